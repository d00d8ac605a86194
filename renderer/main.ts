import './styles/fonts.ts';
import './styles/desk.scss';

const place = document.querySelector('#root');
if (place === null) throw new Error('The page has no root');

/** A page beneath the cover is given no frames, and still has to start. */
const longestWaitMs = 100;

/** Where a picture of the first screen stands already, it is shown before the script has its turn. */
async function pictureShown(): Promise<void> {
  if (place?.hasChildNodes() !== true) return;
  const frame = new Promise((shown) => requestAnimationFrame(() => setTimeout(shown)));
  await Promise.race([frame, new Promise((passed) => setTimeout(passed, longestWaitMs))]);
}

void pictureShown()
  .then(() => import('./desk.tsx'))
  .then(({ startDesk }) => startDesk(place));
