// npm run build: the web application, ready to be served; the server runs from its sources.
import { installed } from './lib/install.mjs';
import { buildWeb } from './lib/web-build.mjs';

await installed();
await buildWeb({ always: true });
console.log('The web application is built: apps/web/dist');
