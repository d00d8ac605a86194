import * as fc from 'fast-check';
import { ConsentItem } from '#core/domain/consent.ts';
import { ReferralState } from '#core/domain/referral.ts';

// What two members may try at a case, in random order.

export type Act =
  | { readonly do: 'agree'; readonly items: readonly ConsentItem[] }
  | { readonly do: 'withdraw' | 'come' | 'consult' | 'keep-missing' | 'take-back-missing' }
  | {
      readonly do: 'put-down';
      readonly kind: 'danger-to-life' | 'child' | 'legal-duty';
      readonly items: readonly ConsentItem[];
    }
  | { readonly do: 'sign' | 'pass-on' | 'print-ground' | 'print-referral' | 'report-missing' }
  | { readonly do: 'prepare' }
  | { readonly do: 'move'; readonly to: ReferralState };

const someItems = fc.subarray([...ConsentItem.options], { minLength: 1 });
const someAct = fc.oneof(
  fc.record({ do: fc.constant('agree' as const), items: someItems }),
  fc.record({
    do: fc.constantFrom(
      'withdraw' as const,
      'come' as const,
      'consult' as const,
      'keep-missing' as const,
      'take-back-missing' as const,
      'sign' as const,
      'pass-on' as const,
      'print-ground' as const,
      'print-referral' as const,
      'report-missing' as const,
      'prepare' as const,
    ),
  }),
  fc.record({
    do: fc.constant('put-down' as const),
    kind: fc.constantFrom('danger-to-life' as const, 'child' as const, 'legal-duty' as const),
    items: someItems,
  }),
  fc.record({ do: fc.constant('move' as const), to: fc.constantFrom(...ReferralState.options) }),
  // Moves that are allowed one after the other are rare among all.
  fc.record({
    do: fc.constant('move' as const),
    to: fc.constantFrom('first-call' as const, 'handed-over' as const, 'accepted' as const),
  }),
) satisfies fc.Arbitrary<Act>;

/** What many of them begin with, so that each way out is gone at all: also where chance takes none. */
export const beginnings: readonly (readonly Act[])[] = [
  [],
  [
    { do: 'agree', items: ['alias', 'needs'] },
    { do: 'prepare' },
    { do: 'print-referral' },
    { do: 'move', to: 'first-call' },
    { do: 'move', to: 'handed-over' },
  ],
  [{ do: 'put-down', kind: 'child', items: ['alias'] }, { do: 'pass-on' }, { do: 'print-ground' }],
  [{ do: 'keep-missing' }, { do: 'report-missing' }],
];
export const someActs = fc
  .tuple(fc.constantFrom(...beginnings), fc.array(someAct, { minLength: 6, maxLength: 14 }))
  .map((parts): readonly Act[] => parts.flat());
