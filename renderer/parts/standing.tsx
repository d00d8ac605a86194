import { useLingui } from '@lingui/react/macro';
import type { Contact } from '#core/pack/contact-seed.ts';

/**
 * How far a helper was checked by this place. It stands wherever the helper does: a number that
 * nobody called lately may reach somebody else by now.
 */
export function Standing({ contact }: { readonly contact: Pick<Contact, 'standing' | 'origin'> }) {
  const { t } = useLingui();
  const { standing, origin } = contact;
  const local = origin === 'local' ? `${t`of this place`} · ` : '';
  switch (standing.kind) {
    case 'checked':
      return (
        <span className="tag tag--calm">
          {local}
          {t`checked on ${standing.checkedOn}`}
        </span>
      );
    case 'due':
      return (
        <span className="tag">
          {local}
          {t`last checked on ${standing.checkedOn}: call first`}
        </span>
      );
    default:
      return (
        <span className="tag">
          {local}
          {t`not verified yet: call first`}
        </span>
      );
  }
}
