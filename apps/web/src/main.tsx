import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { router } from './app/router.ts';
import { beginTexts } from './app/texts.ts';
import './ui/theme.css';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place for the application.');

await beginTexts();
createRoot(root).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);
