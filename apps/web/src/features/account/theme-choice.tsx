import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { readHint, saveHint } from '../../lib/hint.ts';
import { Segmented } from '../../ui/segmented.tsx';

type Theme = 'system' | 'light' | 'dark';

/** Paper, slate, or what the device prefers. */
export function ThemeChoice() {
  const { t } = useLingui();
  const [theme, setTheme] = useState<Theme>(() => readHint(localStorage).theme ?? 'system');
  const choose = (next: Theme) => {
    setTheme(next);
    saveHint(localStorage, { theme: next === 'system' ? undefined : next });
    if (next === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
  };
  return (
    <Segmented
      label={t`Thème`}
      value={theme}
      onChange={choose}
      options={[
        ['system', t`Appareil`],
        ['light', t`Clair`],
        ['dark', t`Ardoise`],
      ]}
    />
  );
}
