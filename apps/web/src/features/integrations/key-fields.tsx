import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ProblemField } from '../../lib/problem.ts';
import { BanneSwatch } from '../../ui/banne.tsx';
import { Check, Group } from '../../ui/field.tsx';
import { permissions, permissionWords } from './permission-words.ts';

interface PermissionsProps {
  readonly legend: string;
  readonly refused: ProblemField | undefined;
}

/** What a key may do; only the writing of figures is ticked. */
export function Permissions({ legend, refused }: PermissionsProps) {
  const { i18n } = useLingui();
  return (
    <Group legend={legend} refused={refused}>
      {permissions.map((permission) => (
        <Check
          key={permission}
          name="permissions"
          value={permission}
          defaultChecked={permission === 'write:kpi'}
          label={i18n._(permissionWords[permission])}
        />
      ))}
    </Group>
  );
}

interface ReachProps {
  readonly legend: string;
  readonly stores: readonly { readonly id: string; readonly name: string; readonly status: string }[];
  readonly all: boolean;
  readonly onAll: (all: boolean) => void;
  readonly refused: ProblemField | undefined;
  readonly below: ReactNode;
}

/** Where a key may act: in the chosen stores, or in all of them, future ones included. */
export function Reach({ legend, stores, all, onAll, refused, below }: ReachProps) {
  const { t } = useLingui();
  return (
    <Group legend={legend} refused={all ? undefined : refused}>
      <Check type="radio" name="reach" checked={!all} onChange={() => onAll(false)} label={t`Seulement ces magasins`} />
      {!all && (
        <div className="ml-8 border-l-2 border-dotted border-line pl-4">
          {below}
          {stores
            .filter(({ status }) => status !== 'closed')
            .map((store) => (
              <Check
                key={store.id}
                name="store_ids"
                value={store.id}
                label={
                  <span className="flex items-center gap-2">
                    <BanneSwatch store={store} />
                    {store.name}
                  </span>
                }
              />
            ))}
        </div>
      )}
      <Check
        type="radio"
        name="reach"
        checked={all}
        onChange={() => onAll(true)}
        label={t`Tous les magasins, y compris les futurs`}
      />
    </Group>
  );
}
