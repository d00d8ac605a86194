import type { Paper } from '#core/sheet/paper.ts';
import type { Drawing, Press, Tickets } from '../press.ts';

/** Whoever types a code word needs no paper for each of its letters. */
const pauseMs = 250;

/** As many as one page of a visit shows; what somebody looked at before that is drawn again if need be. */
const mostKept = 6;

/**
 * Sheets as paper. What somebody looks at is drawn before they ask for it, in memory, and so the press
 * on Print only hands over what is there. This decides nothing: the sheet is composed anew at the
 * press, with all that has to be asked of the ledger, and only a paper of that very sheet is taken.
 */
export type DrawnPapers = {
  /** Hands out a paper of its own each time: what is thrown away here is not pulled from under a printer. */
  readonly draw: (drawing: Drawing) => Promise<Paper>;
  /** Somebody looks at this sheet. */
  readonly drawAhead: (drawing: Drawing) => void;
  /** Wipes what was drawn ahead and what still is. */
  readonly forget: () => void;
};

export function createDrawnPapers(press: Press, tickets: Tickets): DrawnPapers {
  /** By what is on them, the oldest first. */
  const kept = new Map<string, Promise<Paper>>();
  const wanted = new Map<string, Drawing>();
  let pause: NodeJS.Timeout | undefined;
  let isDrawing = false;

  function keep(key: string, drawing: Drawing): Promise<Paper> {
    wanted.delete(key);
    const paper = drawPaper(press, tickets, drawing);
    kept.set(key, paper);
    dropOldest(kept, wipe);
    paper.catch(() => {
      if (kept.get(key) === paper) kept.delete(key);
    });
    return paper;
  }

  async function drawWanted(): Promise<void> {
    if (isDrawing) return;
    isDrawing = true;
    for (let next = [...wanted].at(-1); next !== undefined; next = [...wanted].at(-1))
      // Nobody has asked for it yet. Whoever does has it drawn anew, and hears what is wrong.
      await keep(...next).catch(() => {});
    isDrawing = false;
  }

  return {
    async draw(drawing) {
      const key = keyOf(drawing);
      const ready = kept.get(key) ?? (wanted.has(key) ? keep(key, drawing) : undefined);
      if (ready === undefined) return drawPaper(press, tickets, drawing);
      const { bytes, pages } = await ready;
      return { bytes: Buffer.from(bytes), pages };
    },
    drawAhead(drawing) {
      const key = keyOf(drawing);
      if (kept.has(key)) return;
      wanted.set(key, drawing);
      dropOldest(wanted, () => {});
      clearTimeout(pause);
      pause = setTimeout(() => void drawWanted(), pauseMs);
    },
    forget() {
      clearTimeout(pause);
      wanted.clear();
      for (const paper of kept.values()) wipe(paper);
      kept.clear();
    },
  };
}

/** Draws one sheet and forgets it, whatever becomes of it. */
async function drawPaper(press: Press, tickets: Tickets, drawing: Drawing): Promise<Paper> {
  const ticket = tickets.issue(drawing);
  try {
    return await press.draw(ticket);
  } finally {
    tickets.discard(ticket);
  }
}

/** Copies are the printer's affair. */
function keyOf({ sheet, format: { size, isLarge } }: Drawing): string {
  return JSON.stringify([sheet, size, isLarge]);
}

function dropOldest<Value>(map: Map<string, Value>, drop: (value: Value) => void): void {
  const [oldest] = map;
  if (oldest === undefined || map.size <= mostKept) return;
  map.delete(oldest[0]);
  drop(oldest[1]);
}

/** After whoever was already waiting for it has taken theirs. */
function wipe(paper: Promise<Paper>): void {
  paper.then(
    ({ bytes }) => bytes.fill(0),
    () => {},
  );
}
