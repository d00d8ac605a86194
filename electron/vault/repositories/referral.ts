import { assert } from '#core/base/assert.ts';
import type { CaseId } from '#core/domain/encounter.ts';
import { Referral, type ReferralId, ReferralListing, ReferralMove } from '#core/domain/referral.ts';
import { canonical, digest } from '../canonical.ts';
import { bytesOf, sealValue, unsealValue, withCaseKey } from '../case-seal.ts';
import { sign } from '../keys.ts';
import type { VaultSession } from '../vault.ts';
import { isSignedByMember } from './staff.ts';

type About = Omit<Referral, 'moves'>;
const About = Referral.omit({ moves: true });

/** Begins a referral with its first move. Inside a transaction. */
export function addReferral(session: VaultSession, about: About, first: ReferralMove): void {
  const { id, caseId, encounterId } = about;
  const sealed = withCaseKey(session, caseId, (key) =>
    sealValue(about, key, canonical('referral', [caseId, id])),
  );
  assert(sealed !== undefined, 'a member who begins a referral holds the key of the case');
  session.database
    .prepare('INSERT INTO referral (id, case_id, encounter_id, sealed) VALUES (?, ?, ?, ?)')
    .run([id, caseId, encounterId, sealed]);
  addMove(session, about, 1, first);
}

/**
 * Adds a move. Inside a transaction. The store refuses a move that the table of moves does not
 * know, and a number that is taken: two members cannot both go on from the same state.
 */
export function addMove(
  session: VaultSession,
  { id, caseId }: Pick<Referral, 'id' | 'caseId'>,
  number: number,
  move: ReferralMove,
): void {
  const sealed = withCaseKey(session, caseId, (key) =>
    sealValue(move, key, moveContext(caseId, id, number)),
  );
  assert(sealed !== undefined, 'a member who moves a referral holds the key of the case');
  const { state, at, dueAt } = move;
  const row = { id, number, state, at, byStaff: session.member.id, dueAt, sealed };
  session.database
    .prepare(
      `INSERT INTO referral_move (referral_id, number, state, at, by_staff, due_at, sealed, signature)
       VALUES (:id, :number, :state, :at, :byStaff, :dueAt, :sealed, :signature)`,
    )
    .run({ ...row, signature: sign(moveText(row), session.keys) });
}

/** The referrals of the cases this member may open, the soonest due first. */
export function listReferrals({ database, member }: VaultSession): ReferralListing[] {
  return database
    .prepare(
      `SELECT referral.id AS id, case_id AS caseId, encounter_id AS encounterId, state,
         due_at AS dueAt, number AS moves
       FROM referral JOIN referral_move AS last ON referral_id = referral.id
       WHERE number = (SELECT max(number) FROM referral_move WHERE referral_id = referral.id)
       AND case_id IN (SELECT case_id FROM case_grant WHERE staff_id = ?)
       ORDER BY due_at IS NULL, due_at, referral.id`,
    )
    .all([member.id])
    .map((row) => ReferralListing.parse(row));
}

/** The referrals of a case, oldest first. One that was changed past the program is left out. */
export function readReferrals(session: VaultSession, caseId: CaseId): readonly Referral[] {
  const ids = session.database
    .prepare('SELECT id, sealed FROM referral WHERE case_id = ? ORDER BY id')
    .all([caseId]);
  const referrals = withCaseKey(session, caseId, (key) =>
    ids.flatMap(({ id, sealed }) => {
      const opened = unsealValue(sealed, key, canonical('referral', [caseId, String(id)]));
      const about = About.safeParse(opened);
      if (!about.success) return [];
      const moves = readMoves(session, caseId, about.data.id, key);
      return moves === undefined ? [] : [{ ...about.data, moves }];
    }),
  );
  return referrals ?? [];
}

function readMoves(
  session: VaultSession,
  caseId: CaseId,
  id: ReferralId,
  key: Buffer,
): ReferralMove[] | undefined {
  const rows = session.database
    .prepare('SELECT * FROM referral_move WHERE referral_id = ? ORDER BY number')
    .all([id]);
  const moves: ReferralMove[] = [];
  for (const row of rows) {
    const number = Number(row['number']);
    const sealed = bytesOf(row['sealed']);
    const opened = unsealValue(sealed, key, moveContext(caseId, id, number));
    const move = ReferralMove.safeParse(opened);
    const byStaff = String(row['by_staff']);
    if (!move.success || number !== moves.length + 1) return undefined;
    const { state, at, dueAt, by } = move.data;
    const text = moveText({ id, number, state, at, byStaff, dueAt, sealed });
    const isSame = row['state'] === state && row['due_at'] === dueAt && by === byStaff;
    const signature = bytesOf(row['signature']);
    if (!isSame || !isSignedByMember(session.database, byStaff, text, signature)) return undefined;
    moves.push(move.data);
  }
  return moves.length === 0 ? undefined : moves;
}

function moveText(row: {
  readonly id: string;
  readonly number: number;
  readonly state: string;
  readonly at: string;
  readonly byStaff: string;
  readonly dueAt: string | null;
  readonly sealed: Uint8Array;
}): string {
  const { id, number, state, at, byStaff, dueAt, sealed } = row;
  return canonical('referral-move-1', [id, number, state, at, byStaff, dueAt, digest(sealed)]);
}

function moveContext(caseId: string, id: string, number: number): string {
  return canonical('referral-move', [caseId, id, number]);
}
