import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { err, ok } from '#core/base/result.ts';
import { channel, failure, maxRequestCharacters, NoError, NoRequest } from '#core/ipc/channel.ts';
import { createLog } from '../../electron/platform/log.ts';
import { createDispatch, type Route, serve } from '../../electron/routes/serve.ts';

const refused = { ok: false, error: { kind: 'Refused' } };
const locked = { ok: false, error: { kind: 'Locked' } };

const echo = channel('test.echo', z.string(), z.string(), NoError);
const greet = channel('test.greet', NoRequest, z.string().max(5), failure('Shy', {}));

describe('the dispatch', () => {
  test('answers what it knows, with a value or with a declared error', async () => {
    // given
    const { dispatch } = dispatchOf([
      serve(echo, 'always', (text) => ok(text)),
      serve(greet, 'always', () => err({ kind: 'Shy' })),
    ]);

    // when, then
    expect(await dispatch('desk', { channel: 'test.echo', request: 'quince' })).toEqual(
      ok('quince'),
    );
    expect(await dispatch('desk', { channel: 'test.greet', request: null })).toEqual(
      err({ kind: 'Shy' }),
    );
  });

  test.each(['test.ech', 'test.echo ', 'TEST.ECHO', '', 'toString', '__proto__', 'constructor'])(
    'refuses the unknown channel %j',
    async (name) => {
      const { dispatch } = dispatchOf([serve(echo, 'always', (text) => ok(text))]);
      expect(await dispatch('desk', { channel: name, request: 'quince' })).toEqual(refused);
    },
  );

  test('refuses a page a channel that is for the other one', async () => {
    // given
    const { dispatch } = dispatchOf([
      serve(echo, 'always', (text) => ok(text), 'paper'),
      serve(greet, 'always', () => ok('hello')),
    ]);

    // when, then
    expect(await dispatch('desk', { channel: 'test.echo', request: 'quince' })).toEqual(refused);
    expect(await dispatch('paper', { channel: 'test.echo', request: 'quince' })).toEqual(
      ok('quince'),
    );
    expect(await dispatch('paper', { channel: 'test.greet', request: null })).toEqual(refused);
  });

  test('refuses a message as soon as it is one character too long', async () => {
    // given
    const { dispatch, calls } = dispatchOf([serve(echo, 'always', (text) => ok(text))]);
    const frame = JSON.stringify({ channel: 'test.echo', request: '' }).length;
    const fits = 'q'.repeat(maxRequestCharacters - frame);

    // when, then
    expect(await dispatch('desk', { channel: 'test.echo', request: fits })).toEqual(ok(fits));
    expect(await dispatch('desk', { channel: 'test.echo', request: `${fits}q` })).toEqual(refused);
    expect(calls()).toBe(1);
  });

  test('while locked answers only what is always answered', async () => {
    // given
    let isUnlocked = false;
    const { dispatch, calls } = dispatchOf(
      [serve(echo, 'unlocked', (text) => ok(text)), serve(greet, 'always', () => ok('hello'))],
      () => isUnlocked,
    );

    // when, then
    expect(await dispatch('desk', { channel: 'test.echo', request: 'quince' })).toEqual(locked);
    expect(await dispatch('desk', { channel: 'test.echo', request: 17 })).toEqual(locked);
    expect(calls()).toBe(0);
    expect(await dispatch('desk', { channel: 'test.greet', request: null })).toEqual(ok('hello'));
    isUnlocked = true;
    expect(await dispatch('desk', { channel: 'test.echo', request: 'quince' })).toEqual(
      ok('quince'),
    );
  });

  test('tells a locked-out page nothing about channels there are not', async () => {
    const { dispatch } = dispatchOf([serve(echo, 'unlocked', (text) => ok(text))], () => false);
    expect(await dispatch('desk', { channel: 'test.other', request: null })).toEqual(refused);
    expect(await dispatch('paper', { channel: 'test.echo', request: 'quince' })).toEqual(refused);
  });
});

describe('a defect', () => {
  const words = 'the turquoise harbinger';
  const throwers: readonly [string, () => never][] = [
    ['an error', () => raise(new Error(words))],
    ['an error of another class', () => raise(new RangeError(words))],
    ['an error with a cause', () => raise(new Error(words, { cause: new Error(words) }))],
    ['a text', () => raise(words)],
    ['an object', () => raise({ kind: words, message: words })],
    ['a schema that did not fit', () => raiseParsing(words)],
    ['an error that says where', () => raise(new Error(`it broke\n    at ${words}`))],
  ];

  test.each(throwers)(
    'by %s is answered with a reference that the log has, and not its words',
    async (_, thrower) => {
      for (const handler of [thrower, async () => thrower()]) {
        // given
        const { dispatch, logged } = dispatchOf([serve(greet, 'always', handler)]);

        // when
        const answer = await dispatch('desk', { channel: 'test.greet', request: null });

        // then
        const { error } = z
          .strictObject({
            ok: z.literal(false),
            error: z.strictObject({ kind: z.literal('Defect'), reference: z.string().min(4) }),
          })
          .parse(answer);
        expect(logged).toHaveLength(1);
        expect(logged[0]).toContain(error.reference);
        expect(JSON.stringify(answer)).not.toContain('harbinger');
        expect(logged.join('\n')).not.toContain('harbinger');
      }
    },
  );

  test('is a reply that does not fit, be it value or error; it never reaches the page', async () => {
    // given
    const shy = channel(
      'test.shy',
      NoRequest,
      z.string(),
      failure('Shy', { words: z.string().max(3) }),
    );
    const { dispatch, logged } = dispatchOf([
      serve(greet, 'always', () => ok('much too long a greeting')),
      serve(shy, 'always', () => err({ kind: 'Shy', words: 'too many' })),
    ]);

    // when
    const answers = [
      await dispatch('desk', { channel: 'test.greet', request: null }),
      await dispatch('desk', { channel: 'test.shy', request: null }),
    ];

    // then
    for (const answer of answers) {
      expect(answer).toEqual({
        ok: false,
        error: { kind: 'Defect', reference: expect.any(String) },
      });
    }
    expect(logged).toHaveLength(2);
    expect(logged.join()).not.toMatch(/too (long|many)/);
  });

  test('gets another reference each time', async () => {
    // given
    const { dispatch } = dispatchOf([serve(greet, 'always', () => raise(new Error('again')))]);

    // when
    const answers = new Set<string>();
    for (let time = 0; time < 20; time += 1) {
      answers.add(JSON.stringify(await dispatch('desk', { channel: 'test.greet', request: null })));
    }

    // then: of sixteen million there are two alike among twenty once in a long while
    expect(answers.size).toBeGreaterThan(17);
  });
});

function raise(thrown: unknown): never {
  throw thrown;
}

function raiseParsing(words: string): never {
  z.literal('other').parse(words);
  z.strictObject({}).parse({ [words]: words });
  throw new Error('Nothing was parsed');
}

function dispatchOf(routes: readonly Route[], isUnlocked: () => boolean = () => true) {
  const logged: string[] = [];
  let calls = 0;
  const counted = routes.map((route): Route => ({
    ...route,
    answer(request) {
      calls += 1;
      return route.answer(request);
    },
  }));
  const log = createLog((line) => logged.push(line));
  return { dispatch: createDispatch(counted, isUnlocked, log), logged, calls: () => calls };
}
