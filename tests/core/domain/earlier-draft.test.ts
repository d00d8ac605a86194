import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { upToDate } from '#core/domain/earlier-draft.ts';
import { VisitDraft } from '#core/domain/encounter.ts';
import { ConsentTalk, newOutcome } from '#core/domain/outcome.ts';
import { someDraft } from '../../support/at-random.ts';

/** A draft as it was sealed before a visit asked more than six questions. */
const early = {
  step: 'hand-over',
  alias: 'Zqalias',
  language: 'ti',
  danger: { threatNow: 'yes', safeTonight: 'no' },
  ownView: { rating: 'afraid', words: 'zqwords' },
  observations: { 'sign.fear': 'seen' },
  otherSign: 'zqother',
  needs: ['need.food'],
  safeContact: 'zqcontact',
  outcome: {
    kind: 'declined',
    handOver: 'nothing',
    reason: '',
    explained: '',
    followUpOn: '2026-12-07',
    note: 'not-offered',
  },
};

describe('a draft that an earlier version of the program sealed', () => {
  test('opens with everything that was written in it, and nothing else answered', () => {
    const { followUpOn: _day, ...outcome } = early.outcome;
    expect(VisitDraft.parse(upToDate(early))).toMatchObject({
      ...early,
      danger: { ...early.danger, othersAtRisk: 'not-asked', listening: 'not-asked' },
      safeContact: { how: 'zqcontact', notWhen: '', notSay: '', codeWord: '' },
      followUp: { kind: 'on', on: '2026-12-07' },
      outcome,
      openness: { opened: 'not-said', mayTalk: 'not-asked' },
    });
  });

  test('opens with a talk of which nobody marked point by point how it was understood', () => {
    const { talk, ...refer } = Object.assign({ talk: undefined }, newOutcome('refer'));
    const { doubts: _none, ...earlier } = ConsentTalk.parse(talk);
    const draft = VisitDraft.parse(
      upToDate({ ...early, step: 'explain', outcome: { ...refer, talk: earlier } }),
    );
    expect(draft.outcome).toEqual(newOutcome('refer'));
    expect(draft.circumstances).toEqual([]);
  });

  test('is not made up where it is none', () => {
    for (const stored of [
      null,
      'draft',
      [],
      {},
      { ...early, step: 'no-such-step' },
      { step: 'danger' },
    ])
      expect(VisitDraft.safeParse(upToDate(stored)).success).toBe(false);
  });

  test('of today comes through as it is', () => {
    fc.assert(
      fc.property(someDraft, (draft) => {
        expect(upToDate(draft)).toEqual(draft);
      }),
    );
  });
});
