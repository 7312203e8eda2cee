import { Trans, useLingui } from '@lingui/react/macro';
import type { contract } from '@retail-performer/domain/contract';
import type { Answer } from '../../lib/endpoint.ts';
import { Etiquette } from '../../ui/etiquette.tsx';

type Hierarchy = Answer<typeof contract.stores.showHierarchy>;
type Person = Hierarchy['sellers'][number];

interface PeopleListProps {
  readonly title: string;
  readonly people: readonly Person[];
  readonly empty: string;
}

/** People under one heading: name, how to reach them, whether they are active. */
export const PeopleList = ({ title, people, empty }: PeopleListProps) => (
  <section className="flex flex-col gap-2">
    <h2 className="title-3">{title}</h2>
    {people.length === 0 ? (
      <p className="text-ink-2">{empty}</p>
    ) : (
      <ul className="rows rounded-m bg-surface px-4">
        {people.map((person) => (
          <PersonLine key={person.id} person={person} />
        ))}
      </ul>
    )}
  </section>
);

function PersonLine({ person }: { readonly person: Person }) {
  const { t } = useLingui();
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
      <div className="min-w-0">
        <p className="text-label">{person.name}</p>
        <p className="text-small break-all text-ink-2">
          {[person.email, person.phone].filter(Boolean).join(' · ') || t`sans adresse`}
        </p>
      </div>
      <PersonStatus status={person.status} />
    </li>
  );
}

function PersonStatus({ status }: { readonly status: Person['status'] }) {
  switch (status) {
    case 'active':
      return (
        <Etiquette tone="good">
          <Trans>Actif</Trans>
        </Etiquette>
      );
    case 'invited':
      return (
        <Etiquette tone="info">
          <Trans>Invité</Trans>
        </Etiquette>
      );
    case 'suspended':
      return (
        <Etiquette tone="warn">
          <Trans>Suspendu</Trans>
        </Etiquette>
      );
  }
}
