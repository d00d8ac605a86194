import type { GroundKind } from '#core/domain/ground.ts';
import type { Jurisdiction, LegalStatement } from '#core/pack/jurisdiction.ts';

// Passing something on without a yes: which law it can rest on here, and where it stops. What
// nobody of the place has confirmed is advice and stops nobody.

/** A ground that a member can choose. `reported-missing` comes from an event, not from a choice. */
export type ChosenGround = Exclude<GroundKind, 'reported-missing'>;

const subjects: Readonly<Record<ChosenGround, readonly LegalStatement['subject'][]>> = {
  'danger-to-life': ['life-in-danger'],
  child: ['minor', 'age-in-doubt', 'suspected-guardian'],
  'legal-duty': ['duty-to-report'],
};

/** The law that this ground can rest on, in the order of the pack. */
export function lawFor(
  ground: ChosenGround,
  places: readonly Jurisdiction[],
): readonly LegalStatement[] {
  return lawAbout(subjects[ground], places);
}

/** The place and then the state it belongs to, whose law counts where the place has none of its own. */
export function placesOf(
  all: readonly Jurisdiction[],
  id: Jurisdiction['id'],
): readonly Jurisdiction[] {
  const place = all.find((each) => each.id === id);
  return place === undefined ? [] : [place, ...all.filter((each) => each.id === place.parent)];
}

export type WayWithout =
  | { readonly kind: 'open'; readonly isAdvice: boolean }
  /** The law that this place has had confirmed says no. */
  | { readonly kind: 'stopped'; readonly by: LegalStatement };

/**
 * Whether the path goes on with this law. A danger to life is never stopped; a child only by a
 * confirmed no in the very law chosen; a duty also where it was confirmed that there is none, or
 * that nothing leaves without the adult's yes while the duty itself is only advice.
 */
export function wayWithout(
  ground: ChosenGround,
  law: LegalStatement | undefined,
  places: readonly Jurisdiction[],
): WayWithout {
  const isAdvice = (law?.confirmed ?? null) === null;
  const open = { kind: 'open', isAdvice } as const;
  if (ground === 'danger-to-life' || law === undefined) return open;
  const confirmedRule = isAdvice ? undefined : law.rule;
  // A no about a guardian says that they do not decide, and not that nobody may be told.
  const isAboutGuardian = law.subject === 'suspected-guardian';
  if (confirmedRule === 'forbids' && !isAboutGuardian) return { kind: 'stopped', by: law };
  if (ground === 'child') return open;
  if (confirmedRule === 'none-found') return { kind: 'stopped', by: law };
  const secrecy = lawAbout(['adult-without-consent'], places).find(
    ({ rule, confirmed }) => rule === 'forbids' && confirmed !== null,
  );
  return isAdvice && secrecy !== undefined ? { kind: 'stopped', by: secrecy } : open;
}

/** What the law says on some subjects: that of the place, or of its state where the place has none of its own. */
export function lawAbout(
  wanted: readonly LegalStatement['subject'][],
  places: readonly Jurisdiction[],
): readonly LegalStatement[] {
  return wanted.flatMap((subject) => {
    const isAbout = (each: LegalStatement) => each.subject === subject;
    const own = places.find(({ statements }) => statements.some(isAbout));
    return (own?.statements ?? []).filter(isAbout);
  });
}
