import { type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from 'react';

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Esc; absent when the dialog must be answered. */
  readonly onClose?: () => void;
}

/**
 * A question over the page: the rest is inert, the focus stays inside and goes back afterwards. It begins at the
 * element marked `data-first`, else at the first one that takes it.
 */
export function Dialog({ title, children, onClose }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => element?.close();
  }, []);

  const onCancel = (event: SyntheticEvent) => {
    event.preventDefault();
    onClose?.();
  };

  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={onCancel}
      className="animate-enter m-auto w-[min(100%-2rem,30rem)] rounded-l bg-surface p-6 text-ink backdrop:bg-[var(--scrim)] max-sm:mb-0 max-sm:w-full max-sm:max-w-none max-sm:rounded-b-none"
    >
      <h2 id={id} className="title-2">
        {title}
      </h2>
      {children}
    </dialog>
  );
}
