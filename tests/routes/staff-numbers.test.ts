import { expect, test } from 'vitest';
import { recordConsent } from '#core/ipc/consent-channels.ts';
import { changeFacility, readFacility } from '#core/ipc/facility-channels.ts';
import { printActivity } from '#core/ipc/audit-channels.ts';
import { previewSheet } from '#core/ipc/sheet-channels.ts';
import { plainFormat } from '#core/sheet/paper.ts';
import { textsOf } from '../support/core.ts';
import { sampleRequest, valueOf } from '../support/vault.ts';
import { call } from './office.ts';
import { consentRequest, helper, officeWithTyping } from './visits.ts';

/** Whoever signs in first is named on papers by this number. */
async function withNumber(number: string | undefined) {
  const { office, id } = await officeWithTyping();
  valueOf(await call(office, recordConsent, consentRequest(id, ['alias'])));
  if (number !== undefined) {
    const facility = valueOf(await call(office, readFacility, null));
    const staffNumbers = { [office.desk.session().member.id]: number };
    valueOf(await call(office, changeFacility, { ...facility, staffNumbers }));
  }
  return { office, id };
}

async function referralTexts(number: string | undefined): Promise<string> {
  const { office, id } = await withNumber(number);
  const order = { kind: 'referral', encounterId: id, recipient: helper } as const;
  const asked = { ...order, language: 'en', format: plainFormat };
  return textsOf(valueOf(await call(office, previewSheet, asked))).join('\n');
}

test('a sheet for a helper names staff by first name, or by their number and then not by name', async () => {
  expect(await referralTexts(undefined)).toContain(sampleRequest.displayName);

  const numbered = await referralTexts('LLR 408-7731');
  expect(numbered).toContain('LLR 408-7731');
  expect(numbered).not.toContain(sampleRequest.displayName);
});

test.each([
  ['by their number', 'LLR 408-7731'],
  ['without one by no name at all', undefined],
])('a report for a court names staff %s', async (_, number) => {
  const { office } = await withNumber(number);
  const asked = { day: '2031-03-05', isByNumber: true, format: plainFormat };
  expect(valueOf(await call(office, printActivity, asked)).lines).toBeGreaterThan(5);
  const written = JSON.stringify(office.pressed);
  expect(written).toContain(number ?? '(1)');
  expect(written).not.toContain(sampleRequest.displayName);
});
