import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { ProblemField } from '../../lib/problem.ts';
import { hierarchy } from '../../lib/store.queries.ts';
import { Check, Group, SelectField } from '../../ui/field.tsx';

interface CoachFieldProps {
  readonly storeId: string;
  readonly label: string;
  readonly refused: ProblemField | undefined;
}

/** The manager who accompanies a seller, among those of the store. */
export function CoachField({ storeId, label, refused }: CoachFieldProps) {
  const { t } = useLingui();
  const coaches = useQuery({ ...hierarchy(storeId), select: ({ managers }) => managers });
  return (
    <SelectField
      label={label}
      name="manager_id"
      optional
      hint={t`Le manager qui accompagne ce vendeur.`}
      refused={refused}
    >
      <option value="">{t`Choisi plus tard`}</option>
      {coaches.data?.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

/** How an invitation reaches a person. */
export type Channel = 'email' | 'link';

interface ChannelChoiceProps {
  readonly channel: Channel;
  readonly mailOff: boolean;
  readonly onChange: (channel: Channel) => void;
}

/** By mail, or by a link that the owner passes on himself. */
export function ChannelChoice({ channel, mailOff, onChange }: ChannelChoiceProps) {
  const { t } = useLingui();
  return (
    <Group legend={t`Comment l’invitation arrive`}>
      <Check
        type="radio"
        name="channel"
        checked={channel === 'email'}
        onChange={() => onChange('email')}
        label={t`Par e-mail`}
        {...(mailOff ? { hint: t`Les mails ne partent pas sur cette installation : le lien sera affiché.` } : {})}
      />
      <Check
        type="radio"
        name="channel"
        checked={channel === 'link'}
        onChange={() => onChange('link')}
        label={t`Par un lien à transmettre`}
        hint={t`Sans adresse : la personne indique la sienne en arrivant.`}
      />
    </Group>
  );
}
