import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EncounterId } from '#core/domain/encounter.ts';
import * as encounters from '#core/ipc/encounter-channels.ts';
import type { Caller } from '#core/ipc/channel.ts';
import { kindOf, typedDraft, valueOf } from '../support/vault.ts';
import { call, type Office } from './office.ts';
import { helper, officeWithVisit, saveAtOnce, consentRequest, referralOrder } from './visits.ts';
import { soundRequests } from './requests.ts';

const id = '0198c0de-0000-7000-8000-000000000000';
const draft = typedDraft();
const order = referralOrder(EncounterId.parse(id));
const consent = consentRequest(EncounterId.parse(id), []);
const to = (channel: string, request: unknown) => ({ channel, request });
const save = (change: object) => to('encounter.saveDraft', { id, draft: { ...draft, ...change } });

/** Messages that this program never makes. */
const malformed: readonly [string, unknown][] = [
  ['null', null],
  ['true', true],
  ['a number', 7],
  ['a text', 'app.readStatus'],
  ['a list', ['app.readStatus', null]],
  ['nothing in it', {}],
  ['no request', { channel: 'app.readStatus' }],
  ['no channel', { request: null }],
  ['a channel that is a number', to('7', null)],
  ['a channel that is a list', { channel: ['app.readStatus'], request: null }],
  ['something more', { channel: 'app.readStatus', request: null, as: 'root' }],
  ['a channel name of a thousand letters', to('x'.repeat(1_000), null)],
  ['a request where there is none', to('app.readStatus', {})],
  ['undefined as a request', to('app.readStatus', undefined)],
  ['false as a request', to('vault.lock', false)],
  ['a sign-in without a password', to('vault.unlock', { signInName: 'marmolada' })],
  ['an empty password', to('vault.unlock', { signInName: 'marmolada', password: '' })],
  [
    'a password of 1001 letters',
    to('vault.unlock', { signInName: 'marmolada', password: 'x'.repeat(1_001) }),
  ],
  ['a password that is a number', to('vault.unlock', { signInName: 'marmolada', password: 123 })],
  ['a sign-in name of one letter', to('vault.unlock', { signInName: ' m ', password: 'x' })],
  ['a sign-in with a cost', to('vault.unlock', { signInName: 'mm', password: 'x', cost: 1 })],
  ['an id that is none', to('encounter.confirmAlone', { id: 'first' })],
  ['an id as SQL', to('encounter.confirmAlone', { id: "' OR 1=1 --" })],
  ['an id in a list', to('encounter.confirmAlone', { id: [id] })],
  ['a bare id', to('encounter.confirmAlone', id)],
  ['a draft that is missing', to('encounter.saveDraft', { id })],
  ['a draft as a text', to('encounter.saveDraft', { id, draft: JSON.stringify(draft) })],
  ['a draft with a field more', save({ verdict: 'yes' })],
  ['a draft with a field less', save({ alias: undefined })],
  ['an alias of 81 letters', save({ alias: 'x'.repeat(81) })],
  ['words of 2001 letters', save({ ownView: { rating: 'safe', words: 'x'.repeat(2_001) } })],
  ['an answer that there is not', save({ danger: { threatNow: 'maybe', safeTonight: 'no' } })],
  ['a step that there is not', save({ step: 'verdict' })],
  ['a language that is a path', save({ language: '../../en' })],
  ['a sign that is no sign', save({ observations: { 'need.food': 'seen' } })],
  ['a sign that was not seen', save({ observations: { 'sign.unpaid': 'no' } })],
  ['needs that are no list', save({ needs: { 0: 'need.food' } })],
  ['an outcome that is a mixture', save({ outcome: { kind: 'undecided', recipient: helper } })],
  ['a draft with a prototype', save(JSON.parse('{"__proto__":{"alias":"x"}}'))],
  ['consent to an item that there is not', to('consent.record', { ...consent, yesTo: ['name'] })],
  ['consent to everything', to('consent.record', { ...consent, yesTo: 'all' })],
  [
    'consent for a recipient by name',
    to('consent.record', { ...consent, recipient: 'Nollalinja' }),
  ],
  ['consent with a date of its own', to('consent.record', { ...consent, until: '9999-01-01' })],
  ['an order for a sheet of another kind', to('sheet.preview', { ...order, kind: 'everything' })],
  ['an order with blocks of its own', to('sheet.print', { ...order, blocks: [] })],
  ['an order without a recipient', to('sheet.preview', { ...order, recipient: null })],
  ['an order to save under a name', to('sheet.save', { ...order, file: '/etc/passwd' })],
  [
    'a facility without a name',
    to('facility.change', { name: ' ', jurisdiction: 'fi', saving: { kind: 'never' } }),
  ],
  [
    'a folder that is empty',
    to('facility.change', {
      name: 'x',
      jurisdiction: 'fi',
      saving: { kind: 'folder', folder: '' },
    }),
  ],
  ['a member who makes a role', to('vault.setUp', { role: 'administrator' })],
];

/** What the copy between processes lets through and JSON does not know. */
const unspeakable: readonly [string, () => unknown][] = [
  ['undefined', () => undefined],
  ['a big number', () => to('app.readStatus', 7n)],
  [
    'a ring',
    () => {
      const ring: Record<string, unknown> = { channel: 'app.readStatus' };
      ring['request'] = ring;
      return ring;
    },
  ],
];

const foreign: readonly [string, () => unknown][] = [
  ['a map', () => new Map([['channel', 'app.readStatus']])],
  ['a map as a request', () => to('encounter.confirmAlone', new Map([['id', id]]))],
  ['a date as a request', () => to('app.readStatus', new Date(0))],
  ['bytes as a request', () => to('app.readStatus', new Uint8Array(10))],
  ['a hole', () => to('consent.record', { ...consent, yesTo: Array(3) })],
  ['not a number', () => to('app.readStatus', Number.NaN)],
  ['lists in lists, a thousand deep', () => to('app.readStatus', nested(1_000))],
];

describe('a malformed message', () => {
  test.each(malformed)('(%s) is refused and changes nothing', async (_, message) => {
    const { office, unchanged } = await officeWithWork();
    expect(await office.dispatch('desk', structuredClone(message))).toEqual(refused);
    expect(office.logged).toEqual([]);
    await unchanged();
  });

  test.each(foreign)('(%s) is refused and changes nothing', async (_, make) => {
    const { office, unchanged } = await officeWithWork();
    expect(await office.dispatch('desk', structuredClone(make()))).toEqual(refused);
    await unchanged();
  });

  test.each(unspeakable)(
    '(%s, which JSON cannot write) is refused like any other',
    async (_, make) => {
      const { office, unchanged } = await officeWithWork();
      const answer = await office.dispatch('desk', structuredClone(make()));
      await unchanged();
      expect(answer).toEqual(refused);
    },
  );

  test('of any shape whatever is refused by every channel', async () => {
    // given
    const { office, id: visit, unchanged } = await officeWithWork();
    const sound = soundRequests(visit);
    let tried = 0;

    // when, then
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...office.routes),
        fc.jsonValue(),
        async (route, request) => {
          fc.pre(request !== null);
          tried += 1;
          const message = to(route.name, structuredClone(request));
          expect(await office.dispatch(route.caller, message)).toEqual(refused);
        },
      ),
      { numRuns: 1_500 },
    );
    expect(tried).toBeGreaterThan(1_000);
    expect(Object.keys(sound).toSorted()).toEqual(office.routes.map(({ name }) => name).toSorted());
    await unchanged();
  });

  test('that is one step from a sound one is refused by every channel', async () => {
    // given
    const { office, id: visit, unchanged } = await officeWithWork();
    let tried = 0;

    for (const { name, caller } of office.routes) {
      for (const request of stepsAway(soundRequests(visit)[name])) {
        // when
        const answer = await office.dispatch(caller, structuredClone(to(name, request)));

        // then
        expect({ name, request, answer }).toEqual({ name, request, answer: refused });
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(150);
    await unchanged();
  });

  test('from the page that draws is refused on every channel of the desk, sound as it may be', async () => {
    // given
    const { office, id: visit, unchanged } = await officeWithWork();
    const other: Readonly<Record<Caller, Caller>> = { desk: 'paper', paper: 'desk' };

    for (const { name, caller } of office.routes) {
      // when
      const answer = await office.dispatch(other[caller], to(name, soundRequests(visit)[name]));

      // then
      expect({ name, answer }).toEqual({ name, answer: refused });
    }
    await unchanged();
  });
});

const refused = { ok: false, error: { kind: 'Refused' } };

/** An open office with a saved draft, and a check that all of it is as it was. */
async function officeWithWork(): Promise<{
  readonly office: Office;
  readonly id: Parameters<typeof soundRequests>[0];
  readonly unchanged: () => Promise<void>;
}> {
  const { office, id: visit } = await officeWithVisit();
  valueOf(await saveAtOnce(office, visit, typedDraft()));
  const before = valueOf(await call(office, encounters.listEncounters, null));
  return {
    office,
    id: visit,
    async unchanged() {
      expect(office.desk.vault.state().kind).toBe('open');
      expect(office.desk.openVisit()).toBe(visit);
      expect(valueOf(await call(office, encounters.listEncounters, null))).toEqual(before);
      const encounter = await call(office, encounters.confirmAlone, { id: visit });
      expect(kindOf(encounter)).toBe('ok');
      expect(valueOf(encounter)).toMatchObject({ version: 2, draft: typedDraft() });
    },
  };
}

/** The request with one field gone, of another kind or too many. */
function stepsAway(request: unknown): unknown[] {
  if (request === null || typeof request !== 'object') return ['', 0, [], {}, 'null'];
  const entries = Object.entries(request).filter(([, value]) => value !== undefined);
  const wrong = [undefined, 17.5, true, ['x'], { x: 1 }];
  // Where only true will do, true is no step away.
  const isSound = (key: string, value: unknown) => key === 'isAlone' && value === true;
  return [
    { ...request, more: 1 },
    [request],
    ...entries.flatMap(([key]) =>
      wrong.filter((value) => !isSound(key, value)).map((value) => ({ ...request, [key]: value })),
    ),
  ];
}

function nested(depth: number): unknown {
  let list: unknown[] = [];
  for (let level = 0; level < depth; level += 1) list = [list];
  return list;
}
