import { describe, expect, test } from 'vitest';
import { LanguageTag } from '#core/domain/language.ts';
import { noPlan, type SafetyPlan } from '#core/domain/safety-plan.ts';
import { composeSafetyPlan } from '#core/sheet/safety-plan.ts';
import { wordingOf } from '#core/sheet/wording.ts';
import { basePack, found, textsOf } from '../../support/core.ts';

const pack = basePack();
const place = found(pack.jurisdictions.find(({ id }) => id === 'fi'));
const helper = found(pack.contacts.find(({ id }) => id === 'contact.fi-nollalinja'));
const everything: SafetyPlan = {
  times: ['09:00–12:00', '18:00–21:00'],
  chosen: pack.planChoices.map(({ id }) => id),
  own: 'Zqaunt lives two streets away',
  paper: 'plain',
};

describe('a safety plan', () => {
  test('is on no paper unless the person chose one', () => {
    for (const paper of ['not-asked', 'none'] as const)
      expect(compose('en', { ...everything, paper })).toBeUndefined();
  });

  test('says on plain paper every line that was chosen, in every language, and no other', () => {
    for (const { tag } of pack.manifest.languages) {
      const wording = wordingOf(pack, tag);
      const lines = (plan: SafetyPlan) => textsOf(found(compose(tag, plan)));
      for (const choice of pack.planChoices) {
        const [text] = [
          wording
            .line(choice.phrase, { emergency: '112' })
            .map((run) => run.text)
            .join(''),
        ];
        expect(lines(everything), `${tag} ${choice.id}`).toContain(text);
        const without = everything.chosen.filter((id) => id !== choice.id);
        expect(lines({ ...everything, chosen: without }), `${tag} ${choice.id}`).not.toContain(
          text,
        );
      }
    }
  });

  test('has in disguise the times and the number, and nothing that was chosen or written', () => {
    const texts = textsOf(found(compose('en', { ...everything, paper: 'disguised' })));
    expect(texts).toEqual([
      'Check-up',
      'Time',
      '09:00–12:00',
      '18:00–21:00',
      'Please bring this slip with you.',
      'F 0800-0500-5',
    ]);
    const whole = texts.join('\n');
    expect(whole).not.toMatch(/plan|door|way|Zqaunt|safe|danger|call/i);
  });

  test('says beneath an unchecked number that it is one, and not where it is disguised', () => {
    const unchecked = 'We have not checked this number lately.';
    const onPaper = (paper: 'plain' | 'disguised') =>
      textsOf(found(compose('en', { ...everything, paper }))).join('\n');
    expect(onPaper('plain')).toContain(unchecked);
    expect(onPaper('disguised')).not.toContain(unchecked);
    expect(textsOf(found(compose('en', everything, false))).join('\n')).not.toContain(unchecked);
  });

  test('names no emergency number where a country has none', () => {
    const texts = (emergency: typeof place.emergency) =>
      textsOf(found(compose('en', everything, true, { ...place, emergency }))).join('\n');
    expect(texts(place.emergency)).toContain('When you call 112, first say where you are.');
    expect(texts([])).not.toMatch(/When you call|\{/);
  });

  test('may be empty: then it has a title and the last sentence', () => {
    const texts = textsOf(found(compose('en', { ...noPlan, paper: 'plain' }, false)));
    expect(texts[0]).toBe('My plan');
    expect(texts.at(-1)).toContain('If something feels wrong');
  });
});

function compose(tag: string, plan: SafetyPlan, withHelper = true, at = place) {
  const wording = wordingOf(pack, LanguageTag.parse(tag));
  return composeSafetyPlan(wording, pack.planChoices, at, plan, withHelper ? helper : undefined);
}
