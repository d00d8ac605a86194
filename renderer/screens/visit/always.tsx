import { useLingui } from '@lingui/react/macro';
import type { Spot } from '#core/domain/spot.ts';
import { useFunctionKeys } from '../../hooks/use-function-keys.ts';

/** What can be opened beside any step, and closed again at the same place. */
export type Aside = NonNullable<Spot['aside']>;

/** One key away from every step (R56, R65, R108, R137). The cover has its own key everywhere. */
export function Always({
  aside,
  canWrite = true,
  onAside,
  onPause,
  onSkip,
}: {
  readonly aside: Aside | undefined;
  /** Whether there is a visit to keep in what the person writes. */
  readonly canWrite?: boolean;
  readonly onAside: (aside: Aside | undefined) => void;
  readonly onPause: () => void;
  /** Left out where there is nothing to skip. */
  readonly onSkip: (() => void) | undefined;
}) {
  const { t } = useLingui();
  const toggle = (which: Aside) => () => onAside(aside === which ? undefined : which);
  const always = [
    { key: 'F2', name: t`Calm`, run: toggle('calm'), isOpen: aside === 'calm' },
    { key: 'F3', name: t`Other subject`, run: toggle('subject'), isOpen: aside === 'subject' },
    { key: 'F4', name: t`Numbers`, run: toggle('help'), isOpen: aside === 'help' },
    { key: 'F6', name: t`Pause`, run: onPause, isOpen: false },
    ...(canWrite
      ? [{ key: 'F7', name: t`Point and write`, run: toggle('write'), isOpen: aside === 'write' }]
      : []),
    ...(onSkip === undefined
      ? []
      : [{ key: 'F5', name: t`Skip ahead`, run: onSkip, isOpen: false }]),
  ];
  useFunctionKeys({
    ...Object.fromEntries(always.map(({ key, run }) => [key, run])),
    ...(aside === undefined ? {} : { Escape: () => onAside(undefined) }),
  });
  return (
    <nav className="always" aria-label={t`Always at hand`}>
      {always.map(({ key, name, run, isOpen }) => (
        <button
          key={key}
          type="button"
          className="always__button"
          aria-pressed={isOpen}
          aria-keyshortcuts={key}
          onClick={run}
        >
          {name} <kbd>{key}</kbd>
        </button>
      ))}
    </nav>
  );
}
