import { useLingui } from '@lingui/react/macro';
import { saveHint } from '../../lib/hint.ts';
import { speak } from '../../lib/i18n.ts';
import { Segmented } from '../../ui/segmented.tsx';

const choose = (locale: 'fr' | 'en') => {
  saveHint(localStorage, { locale });
  void speak(locale);
};

/** French or English, at once and at the next visit. */
export function LanguageChoice() {
  const { t, i18n } = useLingui();
  return (
    <Segmented
      label={t`Langue`}
      value={i18n.locale === 'en' ? 'en' : 'fr'}
      onChange={choose}
      options={[
        ['fr', 'Français'],
        ['en', 'English'],
      ]}
    />
  );
}
