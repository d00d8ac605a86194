import { useCallback, useEffect, useRef, useState } from 'react';

const pieceSize = 50;

export type Piece<Row> = { readonly total: number; readonly rows: readonly Row[] };

export type Pieces<Row> = {
  /** Undefined until the first piece is there. */
  readonly total: number | undefined;
  /** Undefined where a row is still on its way. */
  readonly rowAt: (at: number) => Row | undefined;
  readonly see: (first: number, last: number) => void;
};

type Loaded<Row> = { readonly total: number; readonly pieces: ReadonlyMap<number, readonly Row[]> };

/**
 * A long list that comes in pieces, as far as somebody looks at it. Another `load` is another
 * list; what belongs to an earlier one is dropped, however late it comes.
 *
 * @param load undefined in the place of a piece when it could not be had
 */
export function usePieces<Row>(
  load: (after: number, count: number) => Promise<Piece<Row> | undefined>,
): Pieces<Row> {
  const [loaded, setLoaded] = useState<Loaded<Row>>();
  const current = useRef(load);
  const asked = useRef(new Set<number>());

  const fetchPiece = useCallback(
    async (number: number) => {
      if (asked.current.has(number)) return;
      asked.current.add(number);
      const piece = await load(number * pieceSize, pieceSize);
      if (current.current !== load || piece === undefined) return;
      setLoaded((before) => {
        const pieces = number === 0 ? [] : (before?.pieces ?? []);
        return { total: piece.total, pieces: new Map([...pieces, [number, piece.rows]]) };
      });
    },
    [load],
  );

  useEffect(() => {
    current.current = load;
    asked.current = new Set();
    void fetchPiece(0);
  }, [load, fetchPiece]);

  const see = useCallback(
    (first: number, last: number) => {
      for (let at = Math.floor(first / pieceSize); at <= Math.floor(last / pieceSize); at += 1)
        void fetchPiece(at);
    },
    [fetchPiece],
  );

  return {
    total: loaded?.total,
    rowAt: (at) => loaded?.pieces.get(Math.floor(at / pieceSize))?.[at % pieceSize],
    see,
  };
}
