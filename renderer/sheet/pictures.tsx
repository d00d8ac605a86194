import type { Picture } from '#core/sheet/sheet.ts';

// Drawn by us, in lines of one weight: they copy and fax as the letters do. Each on a square of 24.

const drawings: Readonly<Record<Picture | 'tick', readonly string[]>> = {
  // A signpost with an arm to either side.
  decide: ['M12 2V22', 'M12 4H19L22 7L19 10H12', 'M12 11H5L2 14L5 17H12', 'M9 22H15'],
  // A clock.
  later: ['M12 2A10 10 0 1 0 12 22A10 10 0 1 0 12 2', 'M12 6V12L16 15'],
  // A shield.
  rights: ['M12 2L20 5V11C20 16.5 16.5 20.5 12 22C7.5 20.5 4 16.5 4 11V5Z', 'M8 12L11 15L16 9'],
  // A handset.
  telephone: [
    'M6.5 2.5L10 6.5L8.2 9.2C9.5 12 12 14.5 14.8 15.8L17.5 14L21.5 17.5C21 20 19.5 21.5 17.5 21.5C9.5 21 3 14.5 2.5 6.5C2.5 4.5 4 3 6.5 2.5Z',
  ],
  // Somebody speaks, and says nothing of themselves.
  'no-name': ['M3 4H21V16H12L7 21V16H3Z', 'M8 10H8.2', 'M12 10H12.2', 'M16 10H16.2'],
  // An eye, crossed out.
  'nobody-looks': [
    'M2 12C5 7 8.5 5 12 5C15.5 5 19 7 22 12C19 17 15.5 19 12 19C8.5 19 5 17 2 12Z',
    'M12 9A3 3 0 1 0 12 15A3 3 0 1 0 12 9',
    'M4 21L20 3',
  ],
  // A sign of warning, as on a road.
  danger: ['M12 3L22.5 21H1.5Z', 'M12 9V15', 'M12 18H12.2'],
  // A padlock.
  'keep-safe': ['M5 11H19V21H5Z', 'M8 11V7A4 4 0 0 1 16 7V11', 'M12 15V17'],
  tick: ['M4 13L9 18L20 6'],
};

/** The line beside it says the same: whoever hears a page read aloud misses nothing. */
export function PictureView({ name }: { readonly name: Picture | 'tick' }) {
  return (
    <svg className="sheet__picture" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {drawings[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
