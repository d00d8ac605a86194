import { describe, expect, test } from 'vitest';
import {
  caseCode,
  kindsOf as kindsOfPart,
  type LogLine,
  LogPart,
} from '#core/domain/audit-view.ts';
import { AuditEvent } from '#core/domain/audit-entry.ts';
import * as channels from '#core/ipc/audit-channels.ts';
import { changePassword } from '#core/ipc/vault-channels.ts';
import { plainFormat } from '#core/sheet/paper.ts';
import { auditRoutes } from '../../electron/routes/audit-routes.ts';
import { createDrawnPapers } from '../../electron/routes/printing/drawn-papers.ts';
import { createTickets, type Press } from '../../electron/routes/press.ts';
import { readEncounter } from '../../electron/vault/repositories/encounter.ts';
import { asRole, call, type Office, openedOffice } from './office.ts';
import { officeWithVisit } from './visits.ts';
import { wholeLog } from './requests.ts';
import { kindOf, sampleRequest, unlockSample, valueOf } from '../support/vault.ts';

type Filter = Parameters<typeof channels.readLog.request.parse>[0];

async function kindsIn(office: Office, filter: object = {}): Promise<readonly string[]> {
  const request: Filter = { filter: { ...wholeLog, ...filter }, upTo: null, skip: 0, take: 100 };
  const read = valueOf(
    await call(office, channels.readLog, channels.readLog.request.parse(request)),
  );
  return kindsOf(read);
}

/** The kinds of lines as they come, but for what made the recovery sheets that every office has. */
function kindsOf({ lines }: { readonly lines: readonly LogLine[] }): readonly string[] {
  return lines
    .map(({ event }) => event?.kind ?? 'forged')
    .filter((kind) => !kind.startsWith('recovery-'));
}

describe('the log on the screen', () => {
  test('is read newest first, by part, by case and by day', async () => {
    // given
    const { office, id } = await officeWithVisit();
    const code = caseCode(readEncounter(office.desk.session(), id)?.caseId ?? raise());

    // when, then
    expect(await kindsIn(office)).toEqual(['case-read', 'case-opened', 'unlock', 'set-up']);
    expect(await kindsIn(office, { part: 'people' })).toEqual(['set-up']);
    expect(await kindsIn(office, { caseCode: code.toLowerCase() })).toEqual([
      'case-read',
      'case-opened',
    ]);
    expect(await kindsIn(office, { caseCode: '000000' })).toEqual([]);
    expect(await kindsIn(office, { from: '2031-03-05', to: '2031-03-05' })).toHaveLength(4);
    expect(await kindsIn(office, { from: '2031-03-06' })).toEqual([]);
  });

  test('stands still while new lines come', async () => {
    // given
    const { office } = await officeWithVisit();
    const first = valueOf(
      await call(office, channels.readLog, { filter: wholeLog, upTo: null, skip: 0, take: 2 }),
    );
    valueOf(await call(office, channels.verifyLog, null));

    // when
    const { upTo } = first;
    const rest = valueOf(
      await call(office, channels.readLog, { filter: wholeLog, upTo, skip: 2, take: 100 }),
    );

    // then
    const positions = [...first.lines, ...rest.lines].map(({ position }) => position);
    expect(positions).toEqual(Array.from({ length: upTo }, (_, at) => upTo - at));
  });

  test('says who saw a case, and how often', async () => {
    const { office, id } = await officeWithVisit();
    const code = caseCode(readEncounter(office.desk.session(), id)?.caseId ?? raise());
    const { viewers, members, isErased } = valueOf(
      await call(office, channels.readViewers, { caseCode: code }),
    );
    expect(viewers).toMatchObject([{ times: 2 }]);
    expect(members.find((one) => one.id === viewers[0]?.staff)?.displayName).toBe(
      sampleRequest.displayName,
    );
    expect(isErased).toBe(false);
    expect(kindOf(await call(office, channels.readViewers, { caseCode: '000000' }))).toBe(
      'CaseUnknown',
    );
  });

  test('shows an administrator nothing about a case, and a clinician nothing at all', async () => {
    // given
    const { office } = await officeWithVisit();

    // when, then
    const asked = { filter: wholeLog, upTo: null, skip: 0, take: 100 };
    const read = valueOf(
      await call(asRole(office, 'administrator', logRoutes), channels.readLog, asked),
    );
    expect(kindsOf(read)).toEqual(['unlock', 'set-up']);
    for (const [role, channel, request] of [
      ['administrator', channels.readViewers, { caseCode: '0A1B2C' }],
      [
        'administrator',
        channels.printActivity,
        { day: '2031-03-05', isByNumber: false, format: plainFormat },
      ],
      ['clinician', channels.readLog, asked],
      ['clinician', channels.verifyLog, null],
      ['clinician', channels.noteWarningsSeen, { upTo: 1 }],
      ['administrator', channels.noteWarningsSeen, { upTo: 1 }],
      ['clinician', channels.printAnchor, { format: plainFormat }],
    ] as const) {
      const { dispatch } = asRole(office, role, logRoutes);
      const reply = await dispatch('desk', { channel: channel.name, request });
      expect({ role, channel: channel.name, kind: kindOf(reply) }).toMatchObject({
        kind: 'NotAllowed',
      });
    }
  });

  test('every kind of line belongs to one part', () => {
    const kinds = LogPart.options.flatMap(kindsOfPart);
    expect(kinds.toSorted()).toEqual(
      AuditEvent.options.map(({ shape }) => shape.kind.value).toSorted(),
    );
  });
});

describe('the slip', () => {
  test('is due at first and after a week, and its code is shown from then on', async () => {
    // given
    const office = await openedOffice();
    expect(valueOf(await call(office, channels.readAnchors, null))).toMatchObject({
      printed: null,
      isDue: true,
    });

    // when
    const slip = valueOf(await call(office, channels.printAnchor, { format: plainFormat }));

    // then
    expect(slip.code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(office.pressed.map(({ kind }) => kind)).toEqual(['log-slip']);
    office.desk.lock();
    valueOf(await unlockSample(office.desk.vault));
    const shown = valueOf(await call(office, channels.readAnchors, null));
    expect(shown.printed?.anchor).toEqual(slip);
    expect(shown.isDue).toBe(false);
    office.clock.passDays(7);
    expect(valueOf(await call(office, channels.readAnchors, null)).isDue).toBe(true);
  });
});

test('the report of a day holds every line of it, in order, and the code of the newest', async () => {
  // given
  const { office } = await officeWithVisit();
  const asked = { filter: wholeLog, upTo: null, skip: 0, take: 1 };
  const { total } = valueOf(await call(office, channels.readLog, asked));
  office.clock.passDays(1);
  valueOf(await call(office, channels.verifyLog, null));

  // when
  const printed = valueOf(
    await call(office, channels.printActivity, {
      day: '2031-03-05',
      isByNumber: false,
      format: plainFormat,
    }),
  );

  // then
  expect(printed.lines).toBe(total);
  const [block] = office.pressed[0]?.blocks ?? [];
  expect(block).toMatchObject({
    kind: 'log-day',
    day: '2031-03-05',
    anchor: { position: total + 1 },
  });
  expect(block?.kind === 'log-day' && block.lines.map(({ position }) => position)).toEqual(
    Array.from({ length: total }, (_, at) => at + 1),
  );
  expect(await kindsIn(office)).toContain('exported');
});

test('a change of password is a line of the log', async () => {
  const office = await openedOffice();
  const next = 'another gantry of lilac snow';
  valueOf(await call(office, changePassword, { old: sampleRequest.password, next }));
  expect(await kindsIn(office)).toContain('password-changed');
});

describe('a clock that jumped', () => {
  test('keeps nobody out, is said, and times are doubtful until somebody gives the date', async () => {
    // given
    const office = await openedOffice();
    office.desk.lock();
    office.clock.set('2001-01-01T00:00:00.000Z');

    // when
    valueOf(await unlockSample(office.desk.vault));

    // then
    expect(valueOf(await call(office, channels.readClock, null))).toMatchObject({ kind: 'behind' });
    const read = valueOf(
      await call(office, channels.readLog, { filter: wholeLog, upTo: null, skip: 0, take: 1 }),
    );
    expect(read.lines[0]).toMatchObject({ isTimeDoubtful: true, event: { kind: 'unlock' } });
    expect(office.desk.clock.now() >= '2031-03-05').toBe(true);
    valueOf(await call(office, channels.stateDate, { date: '2031-04-01' }));
    expect(valueOf(await call(office, channels.readClock, null))).toEqual({ kind: 'sound' });
    expect(office.desk.clock.now().slice(0, 10)).toBe('2031-04-01');
  });
});

/** The routes of the log, at a printer that is never asked. */
function logRoutes(desk: Office['desk']) {
  const press: Press = {
    draw: () => raise(),
    printers: () => raise(),
    send: () => raise(),
    look: () => raise(),
    takeBack: () => raise(),
  };
  return auditRoutes(desk, press, createDrawnPapers(press, createTickets()));
}

function raise(): never {
  throw new Error('the visit is there');
}
