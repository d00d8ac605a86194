import { globSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from '@playwright/test';
import * as fc from 'fast-check';
import { z } from 'zod';
import { assert } from '#core/base/assert.ts';
import { EncounterId } from '#core/domain/encounter.ts';
import { alwaysAnswered } from '../../routes/always-answered.ts';
import { officeWithVisit } from '../../routes/visits.ts';
import { soundRequests } from '../../routes/requests.ts';
import { withFolder } from '../../support/folder.ts';
import { launch, root } from '../../support/launch.ts';
import { facility } from '../../support/people.ts';
import * as walk from '../../support/walk.ts';
import type { Check, Outcome } from '../check.ts';
import { callsFrom, foreignPlaces, isRefused } from '../checklist-probes.ts';

// Calls that nothing honest makes. The channels are taken from the code, and each must have a
// sound request in tests/routes/requests.ts, or the check fails.

const full = { afterLock: 500, foreign: 100, malformed: 100_000, malformedInApp: 300 };
const atFull = full.afterLock + full.foreign + full.malformed;
const someVisit = EncounterId.parse('0198c0de-0000-7000-8000-000000000000');

export const check: Check = {
  name: 'calls',
  atFull,
  async run(count) {
    const part = (number: number) => Math.ceil((number * count) / atFull);
    const channels = await channelsOfTheCode();
    const inNode = await malformedInNode(channels, part(full.malformed));
    const inApp = await inTheApp(channels, {
      afterLock: part(full.afterLock),
      foreign: part(full.foreign),
      malformed: part(full.malformedInApp),
    });
    return {
      tried: inNode.tried + inApp.tried,
      failed: inNode.failed + inApp.failed,
      figures: { channels: channels.length, ...inApp.figures },
    };
  },
};

type KnownChannel = { readonly name: string; readonly request: z.ZodType };

const ChannelShape = z.object({
  name: z.string().regex(/^[a-z]+\.[a-zA-Z]+$/),
  request: z.custom<z.ZodType>((value) => value instanceof z.ZodType),
});

async function channelsOfTheCode(): Promise<readonly KnownChannel[]> {
  const found = new Array<KnownChannel>();
  for (const file of globSync('core/ipc/*-channels.ts', { cwd: root })) {
    for (const value of Object.values<unknown>(await import(join(root, file)))) {
      const known = ChannelShape.safeParse(value);
      if (known.success) found.push(known.data);
    }
  }
  const sound = Object.keys(soundRequests(someVisit)).toSorted();
  const names = found.map(({ name }) => name).toSorted();
  assert(
    isDeepStrictEqual(names, sound),
    `every channel of core/ipc has a sound request: ${names.join(' ')} and ${sound.join(' ')}`,
  );
  return found;
}

async function malformedInNode(channels: readonly KnownChannel[], count: number): Promise<Outcome> {
  return withFolder(async (folder) => {
    const { office } = await officeWithVisit(join(folder, 'vault'));
    const refused = { ok: false, error: { kind: 'Refused' } };
    let tried = 0;
    let failed = 0;
    while (tried < count) {
      for (const message of malformedMessages(channels, Math.min(2_000, count - tried))) {
        const caller = tried % 10 === 0 ? 'paper' : 'desk';
        const answer = await office.dispatch(caller, message);
        if (!isDeepStrictEqual(answer, refused)) {
          failed += 1;
          if (failed <= 5)
            console.error('answered:', JSON.stringify(message)?.slice(0, 300), answer);
        }
        tried += 1;
      }
    }
    // One that crashed would not have come this far; one that locked or closed would say so.
    assert(office.desk.vault.state().kind === 'open', 'the vault is as it was');
    return { tried, failed };
  });
}

/** Messages that no schema takes: of any shape, and sound ones with one thing changed. */
function malformedMessages(channels: readonly KnownChannel[], count: number): readonly unknown[] {
  const sound = soundRequests(someVisit);
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 4 }),
    fc.constantFrom<unknown>(
      -1,
      1e308,
      '',
      '\u0000',
      '../../etc/passwd',
      "' OR 1=1 --",
      'x'.repeat(5_000),
    ),
  );
  const changed = (request: unknown) =>
    request !== null && typeof request === 'object'
      ? fc
          .tuple(
            fc.constantFrom(...Object.keys(request), 'more', '__proto__', 'constructor'),
            anything,
          )
          .map(([key, value]) => Object.fromEntries([...Object.entries(request), [key, value]]))
      : anything;
  const toChannel = fc.constantFrom(...channels).chain(({ name, request }) =>
    fc
      .oneof(anything, changed(sound[name]))
      .filter((words) => !request.safeParse(words).success)
      .map((words): unknown => ({ channel: name, request: words })),
  );
  const ofAnyShape = fc.oneof(
    anything,
    anything.map((channel) => ({ channel, request: null })),
    fc.string().map((channel) => ({ channel: `vault.${channel}`, request: null })),
    fc
      .constantFrom(...channels)
      .map(({ name }) => ({ channel: name, request: sound[name], as: 'lead' })),
  );
  return fc.sample(fc.oneof({ weight: 4, arbitrary: toChannel }, ofAnyShape), count);
}

async function inTheApp(
  channels: readonly KnownChannel[],
  counts: { readonly afterLock: number; readonly foreign: number; readonly malformed: number },
): Promise<Outcome> {
  return withFolder(async (profile) => {
    const running = await launch(profile);
    let crashes = 0;
    running.app.context().on('page', (page) => page.on('crash', () => (crashes += 1)));
    try {
      await walk.setUp(running.page(), facility, async () => {});
      const malformed = await answersTo(
        running.page(),
        malformedMessages(channels, counts.malformed * 3 + 20)
          .filter(isWireShaped)
          .slice(0, counts.malformed),
      );
      const foreign = new Array<unknown>();
      for (let turn = 0; foreign.length < counts.foreign; turn += 1) {
        const place = foreignPlaces[turn % foreignPlaces.length] ?? 'another window at our address';
        const from = (turn * 7) % channels.length;
        const names = [...channels, ...channels].slice(
          from,
          from + Math.min(7, counts.foreign - foreign.length),
        );
        foreign.push(
          ...(await callsFrom(
            running,
            place,
            names.map(({ name }) => name),
            null,
          )),
        );
      }
      await running.replaced(() => walk.press(running.page(), 'Lock'));
      const sound = soundRequests(someVisit);
      const closed = channels.filter(({ name }) => !alwaysAnswered.includes(name));
      const calls = Array.from({ length: counts.afterLock }, (_, at) => {
        const name = closed[at % closed.length]?.name ?? '';
        return { channel: name, request: sound[name] };
      });
      const afterLock = await answersTo(running.page(), calls);
      const status = await answersTo(running.page(), [
        { channel: 'app.readStatus', request: null },
      ]);
      assert(JSON.stringify(status).includes('"locked"'), 'the program runs and is locked');
      const isClosed = (answer: unknown) =>
        ['Locked', 'Refused'].some((kind) =>
          isDeepStrictEqual(answer, { ok: false, error: { kind } }),
        );
      const failures = [
        ...malformed.filter((answer) => !isRefused(answer)),
        ...foreign.filter((answer) => !isRefused(answer)),
        ...afterLock.filter((answer) => !isClosed(answer)),
      ];
      for (const answer of failures.slice(0, 5)) console.error('answered:', answer);
      return {
        tried: malformed.length + foreign.length + afterLock.length,
        failed: failures.length + crashes,
        figures: {
          afterLock: afterLock.length,
          foreign: foreign.length,
          foreignWithBridge: foreign.filter((answer) => typeof answer !== 'string').length,
          malformedInApp: malformed.length,
          crashes,
        },
      };
    } finally {
      await running.close();
    }
  });
}

const Wire = z.object({ channel: z.string(), request: z.unknown() });
/**
 * What the bridge can send, which takes a name and a request apart. On the way into the page a
 * key named `__proto__` gets lost, and what is left may be sound; those are tried in Node.
 */
const isWireShaped = (message: unknown): message is z.infer<typeof Wire> =>
  Wire.strict().safeParse(message).success && !JSON.stringify(message).includes('__proto__');

async function answersTo(
  page: Page,
  messages: readonly z.infer<typeof Wire>[],
): Promise<unknown[]> {
  return page.evaluate(async (all) => {
    const answers = new Array<unknown>();
    for (const { channel, request } of all)
      answers.push(await window.bridge.invoke(channel, request));
    return answers;
  }, messages);
}
