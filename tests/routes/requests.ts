import { plainFormat } from '#core/sheet/paper.ts';
import type { EncounterId } from '#core/domain/encounter.ts';
import { noArrangement } from '#core/domain/referral.ts';
import { consentRequest, helper } from './office.ts';
import { sampleRequest, typedDraft } from '../support/vault.ts';

const ticket = '0198c0de-0000-7000-8000-000000000001';

/** A well-formed request for every channel there is. */
export function soundRequests(id: EncounterId): Readonly<Record<string, unknown>> {
  const publicOrder = { kind: 'poster', language: 'en', place: 'fi', format: plainFormat };
  const order = {
    kind: 'referral',
    encounterId: id,
    language: 'en',
    recipient: helper,
    format: plainFormat,
  };
  const { signInName, password } = sampleRequest;
  return {
    'app.readStatus': null,
    'content.readPack': null,
    'vault.setUp': sampleRequest,
    'vault.unlock': { signInName, password },
    'vault.changePassword': { old: password, next: 'another gantry of lilac snow' },
    'vault.lock': null,
    'facility.read': null,
    'facility.change': { name: 'Zwartkiosk', jurisdiction: 'fi', saving: { kind: 'never' } },
    'encounter.list': null,
    'encounter.start': null,
    'encounter.confirmAlone': { id },
    'encounter.armGate': null,
    'encounter.saveDraft': { id, draft: typedDraft() },
    'encounter.close': { id },
    'backup.readState': null,
    'backup.chooseTarget': { folder: '/media/stick' },
    'backup.make': null,
    'retention.read': null,
    'retention.change': { rules: { 'closed-case': 365, 'open-draft': 90, consent: 365 } },
    'retention.keep': { caseId: ticket, until: '2040-01-01', reason: 'inquiry' },
    'retention.erase': { caseId: ticket },
    'restore.isDue': null,
    'restore.list': { folder: '/media/stick' },
    'restore.inspect': {
      folder: '/media/stick',
      name: 'copy-000001-20310305',
      signInName,
      password,
    },
    'restore.goBack': null,
    'consent.record': consentRequest(id, ['alias']),
    'consent.withdraw': {
      encounterId: id,
      recipient: helper,
      purpose: 'referral',
      language: 'en',
      given: { how: 'pointed' },
    },
    'consent.read': { encounterId: id },
    'referral.list': null,
    'referral.read': { encounterId: id },
    'referral.prepare': { encounterId: id, recipient: helper },
    'referral.move': {
      encounterId: id,
      referralId: ticket,
      seenMoves: 1,
      to: 'first-call',
      next: '',
      dueAt: null,
      note: '',
      arrangement: noArrangement,
    },
    'sheet.preview': order,
    'sheet.print': order,
    'sheet.save': {
      ...order,
      kind: 'person',
      helper: null,
      wanted: { form: 'information' },
      recipient: undefined,
    },
    'sheet.previewPublic': publicOrder,
    'sheet.printPublic': publicOrder,
    'sheet.readTicket': { ticket },
    'sheet.reportDrawn': { ticket },
    'watch.cover': null,
    'watch.choosePin': { digits: '2846' },
    'watch.reading': { reading: 'begun' },
    'watch.cleared': null,
    'watch.redrawn': null,
    'watch.readInterrupted': null,
  };
}
