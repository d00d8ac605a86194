import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from '#core/base/assert.ts';
import { VisitStep } from '#core/domain/encounter.ts';
import { newOutcome, Outcome } from '#core/domain/outcome.ts';
import { routeOf } from '#core/journey/visit.ts';
import { root } from '../../support/launch.ts';

// The screens there are, taken from the code: the kinds of AppState and the steps of a visit.

/** @throws when the type is written in another way than this understands */
export function screenKinds(): readonly string[] {
  const source = readFileSync(join(root, 'renderer/app-machine.ts'), 'utf8');
  const type = /export type AppState =([\s\S]*?);\n\nexport/.exec(source)?.[1] ?? '';
  const kinds = [...type.matchAll(/readonly kind: '([a-z-]+)'/g)].map(([, kind = '']) => kind);
  assert(kinds.length >= 12, `there are screens: ${kinds.join(', ')}`);
  return kinds;
}

const outcomes: readonly Outcome[] = Outcome.options.map(({ shape }) =>
  newOutcome(shape.kind.value),
);

/** Each step that a visit can be at, with an outcome whose route leads through it. */
export function visitSteps(): readonly { readonly step: VisitStep; readonly outcome: Outcome }[] {
  return VisitStep.options.flatMap((step) => {
    const outcome = outcomes.find((one) => routeOf({ outcome: one }).includes(step));
    return outcome === undefined ? [] : [{ step, outcome }];
  });
}
