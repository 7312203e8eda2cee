import { useId } from 'react';

interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChange: (value: T) => void;
}

/** A few choices side by side, one of them taken: native radios, so that arrows move between them. */
export function Segmented<T extends string>({ label, value, options, onChange }: SegmentedProps<T>) {
  const name = useId();
  return (
    <fieldset>
      <legend className="text-label mb-1.5">{label}</legend>
      <div className="inline-flex flex-wrap gap-1 rounded-m bg-surface-2 p-1">
        {options.map(([option, word]) => (
          <label
            key={option}
            className="text-label flex min-h-10 cursor-pointer items-center rounded-s px-4 text-ink-2 has-checked:bg-surface has-checked:text-ink has-focus-visible:outline-[2.5px] has-focus-visible:outline-offset-2 has-focus-visible:outline-brand"
          >
            <input
              type="radio"
              name={name}
              checked={option === value}
              onChange={() => onChange(option)}
              className="sr-only"
            />
            {word}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
