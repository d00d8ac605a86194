import { describe, expect, test } from 'vitest';
import { readPack } from '#core/ipc/content-channels.ts';
import { proposeSign, readAddedSigns, settleSign } from '#core/ipc/added-sign-channels.ts';
import { recordConsent } from '#core/ipc/consent-channels.ts';
import { found, textsOf } from '../support/core.ts';
import { kindOf, unlockSample, valueOf } from '../support/vault.ts';
import { call, type Office, openedOffice } from './office.ts';
import { publicPack, reopened } from './updating.ts';
import {
  consentRequest,
  officeWithVisit,
  referralDraft,
  previewReferral,
  saveAtOnce,
} from './visits.ts';

const typed = {
  text: 'Carries a zqtag on the wrist',
  hint: 'Ask what it is for. A canteen may give one.',
};

async function packIn(office: Office) {
  return valueOf(await call(office, readPack, null));
}

async function isOffered(office: Office): Promise<boolean> {
  return (await packIn(office)).indicators.some(({ text }) => text === typed.text);
}

describe('a sign that the place adds', () => {
  test('is offered once the lead has confirmed it, marked as local, also without signing in', async () => {
    // given
    const office = await openedOffice();
    const { id } = valueOf(await call(office, proposeSign, typed));
    expect(await isOffered(office)).toBe(false);

    // when
    valueOf(await call(office, settleSign, { id, as: 'confirmed' }));

    // then
    const pack = await packIn(office);
    const sign = found(pack.indicators.find((each) => each.id === id));
    expect(sign).toMatchObject({ ...typed, kind: 'sign', answers: ['R4'] });
    expect(sign.settings).toContain('maternity');
    expect(pack.corrected[id]).toBe('2031-03-05');
    const { member } = office.desk.session();
    office.desk.lock();
    const whole = JSON.stringify(await publicPack(office));
    expect(whole).toContain(typed.text);
    expect(whole).not.toContain(member.id);
    // and it outlives a start
    const again = reopened(office);
    expect(JSON.stringify(await publicPack(again))).not.toContain(typed.text);
    valueOf(await unlockSample(again.desk.vault));
    expect(await isOffered(again)).toBe(true);
  });

  test('is not taken twice, and not settled when it is not there', async () => {
    const office = await openedOffice();
    const { id } = valueOf(await call(office, proposeSign, typed));
    const same = { ...typed, text: ` ${typed.text.toUpperCase().replaceAll(' ', '  ')} ` };
    expect(kindOf(await call(office, proposeSign, same))).toBe('SignKnown');
    const shipped = found((await packIn(office)).indicators[0]).text;
    expect(kindOf(await call(office, proposeSign, { ...typed, text: shipped }))).toBe('SignKnown');
    valueOf(await call(office, settleSign, { id, as: 'withdrawn' }));
    expect(valueOf(await call(office, readAddedSigns, null))).toEqual([]);
    expect(kindOf(await call(office, settleSign, { id, as: 'confirmed' }))).toBe('SignUnknown');
    expect(kindOf(await call(office, proposeSign, typed))).toBe('ok');
  });

  test('keeps its words in what was noted when it is not offered any more, and can come back', async () => {
    // given a referral with that sign on it
    const { office, id: encounterId } = await officeWithVisit();
    const { id } = valueOf(await call(office, proposeSign, typed));
    valueOf(await call(office, settleSign, { id, as: 'confirmed' }));
    valueOf(
      await saveAtOnce(office, encounterId, { ...referralDraft(), observations: { [id]: 'told' } }),
    );
    valueOf(await call(office, recordConsent, consentRequest(encounterId, ['observations'])));
    const printed = async () => {
      return textsOf(valueOf(await previewReferral(office, encounterId))).join('\n');
    };
    expect(await printed()).toContain(typed.text);

    // when
    valueOf(await call(office, settleSign, { id, as: 'withdrawn' }));

    // then
    expect(await isOffered(office)).toBe(false);
    expect(await printed()).toContain(typed.text);
    office.desk.lock();
    expect(JSON.stringify(await publicPack(office))).not.toContain(typed.text);
    valueOf(await unlockSample(office.desk.vault));
    expect(valueOf(await call(office, readAddedSigns, null))).toMatchObject([
      { id, withdrawnOn: '2031-03-05' },
    ]);
    valueOf(await call(office, settleSign, { id, as: 'confirmed' }));
    expect(await isOffered(office)).toBe(true);
  });
});
