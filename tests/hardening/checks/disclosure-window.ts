import { allExplained, consentRequest } from '../../../build/bench/consent-request.ts';
import { assert } from '#core/base/assert.ts';
import { ConsentItem } from '#core/domain/consent.ts';
import { ContactId } from '#core/domain/contact.ts';
import { emptyDraft, EncounterListing } from '#core/domain/encounter.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { newOutcome } from '#core/domain/outcome.ts';
import { noArrangement } from '#core/domain/referral.ts';
import { plainFormat } from '#core/sheet/paper.ts';
import { withFolder } from '../../support/folder.ts';
import { launchAtPlace } from '../../support/place.ts';
import { touch } from '../../support/touch.ts';
import type { Check } from '../check.ts';

// What `disclosure` tries of the routes, through the bridge of the real window: forged, replayed and
// reordered calls on a visit whose yes was taken back, and whether a word of it comes out after that.

const helper = ContactId.parse('contact.fi-nollalinja');
const other = ContactId.parse('contact.fi-emergency');
const outcome = { ...newOutcome('refer'), recipient: helper };
const secret = 'Zqalias';
const entriesOfOne = ConsentItem.options.length;
const afterBoth = 2 * entriesOfOne;

/** The reply as it is, refused or not. */
type Call = (channel: string, request: unknown) => Promise<unknown>;

/** What is tried on a visit, and what of it may come out of a visit it has nothing to do with. */
const attacks: Readonly<Record<string, (call: Call, id: string) => Promise<unknown>>> = {
  'a yes without the explanation': (call, id) =>
    call('consent.record', { ...yes(id, afterBoth), explanation: null }),
  'a yes of which no point was said': (call, id) =>
    call('consent.record', { ...yes(id, afterBoth), explanation: { ...allExplained, points: [] } }),
  'a yes to what was not understood': (call, id) =>
    call('consent.record', {
      ...yes(id, afterBoth),
      explanation: { ...allExplained, doubts: { 'whom-they-tell': 'not-understood' } },
    }),
  'a yes dated by the caller': (call, id) =>
    call('consent.record', { ...yes(id, afterBoth), until: '9999-01-01' }),
  'a yes of a guardian who may be involved': (call, id) =>
    call('consent.record', {
      ...yes(id, afterBoth),
      decidedBy: {
        who: 'guardian',
        age: 'under-15',
        capacity: 'presumed',
        mayBeInvolved: 'unsure',
      },
    }),
  'a yes for another helper': (call, id) =>
    call('consent.record', { ...yes(id, afterBoth), recipient: other }),
  'the call that made the yes, sent again': (call, id) => call('consent.record', yes(id, 0)),
  'a yes held back until after it was taken back': (call, id) =>
    call('consent.record', yes(id, entriesOfOne)),
  'a yes by a window that claims to have seen more': (call, id) =>
    call('consent.record', yes(id, 3 * entriesOfOne)),
  'a yes of a window that is no longer the open one': async (call, id) => {
    await begin(call);
    await call('consent.record', yes(id, afterBoth));
  },
  'a yes with the gate armed': async (call, id) => {
    await call('encounter.armGate', null);
    await call('consent.record', yes(id, afterBoth));
  },
  'a hand-over that nobody prepared': (call, id) =>
    call('referral.move', {
      encounterId: id,
      referralId: id,
      seenMoves: 0,
      to: 'handed-over',
      next: '',
      dueAt: null,
      note: '',
      arrangement: { ...noArrangement, areContactsOfExploiters: 'no' },
    }),
};

export const check: Check = {
  name: 'disclosure-window',
  atFull: 200,
  run: (count) =>
    withFolder(async (profile) => {
      const running = await launchAtPlace(profile);
      const call: Call = (channel, request) =>
        running.page().evaluate((asked) => window.bridge.invoke(asked.channel, asked.request), {
          channel,
          request,
        });
      try {
        return await attack(call, count, () => touch(running));
      } finally {
        await running.close();
      }
    }),
};

async function attack(call: Call, count: number, touchDesk: () => Promise<void>) {
  const figures = { controls: 0, refusedPreviews: 0 };
  let failed = 0;
  const names = Object.keys(attacks);
  for (let tried = 0; tried < count; tried += 1) {
    const name = names[tried % names.length] ?? '';
    // A desk that nobody touches covers itself, and then answers none of it.
    await touchDesk();
    const id = await begin(call);
    assert(isDone(await call('consent.record', yes(id, 0))), 'a yes is recorded');
    assert((await previewOf(call, id)).includes(secret), 'with a yes the sheet says who it is');
    figures.controls += 1;
    const no = consentRequest({ encounterId: id, recipient: helper, seen: entriesOfOne }, []);
    assert(isDone(await call('consent.record', no)), 'the yes is taken back');
    await attacks[name]?.(call, id);
    const previews = [await previewOf(call, id)];
    // Whoever comes back to the visit finds what the attack has left.
    await call('encounter.confirmAlone', { id });
    await keepReferring(call, id);
    previews.push(await previewOf(call, id));
    if (previews.some((text) => text.includes(secret))) {
      failed += 1;
      console.error(`Got through: ${name}`);
    } else figures.refusedPreviews += previews.length;
  }
  return { tried: count, failed, figures };
}

/** A visit that is open, with a name in it that is found again wherever it comes out. */
async function begin(call: Call): Promise<string> {
  const started = await call('encounter.start', null);
  const { id } = EncounterListing.parse(valueOf(started));
  await call('encounter.confirmAlone', { id });
  await keepReferring(call, id);
  return id;
}

/** Saves that the person wants to be put in touch with the helper: without it no sheet is made. */
async function keepReferring(call: Call, id: string): Promise<void> {
  const draft = { ...emptyDraft(LanguageTag.parse('en')), alias: secret, outcome };
  assert(isDone(await call('encounter.saveDraft', { id, draft })), 'the visit holds a name');
}

function yes(encounterId: string, seen: number) {
  const about = { encounterId, recipient: helper, seen };
  return consentRequest(about, ['alias', 'needs']);
}

/** What the page would show of the sheet for the helper, refused or not. */
async function previewOf(call: Call, encounterId: string): Promise<string> {
  const order = { kind: 'referral', encounterId, recipient: helper };
  const words = { language: 'en', format: plainFormat };
  return JSON.stringify(await call('sheet.preview', { ...order, ...words }));
}

function isDone(reply: unknown): boolean {
  return typeof reply === 'object' && reply !== null && 'ok' in reply && reply.ok === true;
}

function valueOf(reply: unknown): unknown {
  assert(isDone(reply), 'the call is answered');
  return typeof reply === 'object' && reply !== null && 'value' in reply ? reply.value : undefined;
}
