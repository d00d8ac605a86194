// What the measurements of paper have the program do, as expressions (see running.ts): first the main process.

/** The finished page as a file among the built ones: no other address is answered. */
export const finishedPage = 'finished-for-the-bench.html';

const paperWindow = `electron.BrowserWindow.getAllWindows().find((each) =>
  each.webContents.getURL().endsWith('/paper.html'))`;
const options = `{ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true }`;

export const closePaper = `${paperWindow}?.destroy()`;

/** At the next print the page is read as it stands, once. */
export const keepFinished = `{
  const { webContents } = ${paperWindow};
  const print = webContents.printToPDF;
  webContents.printToPDF = async (...given) => {
    delete webContents.printToPDF;
    globalThis.finishedPage = await webContents.executeJavaScript('document.documentElement.outerHTML');
    return print.apply(webContents, given);
  };
}`;

/** A window as the one that draws sheets, with the finished page: how long until it is printed. */
export const openBare = `{
  globalThis.bareWindow?.destroy();
  const { session } = ${paperWindow}.webContents;
  const before = performance.now();
  const bare = new electron.BrowserWindow({ show: false, webPreferences: { session, sandbox: true } });
  globalThis.bareWindow = bare;
  await bare.loadURL('app://quietroom/${finishedPage}');
  await bare.webContents.printToPDF(${options});
  return performance.now() - before;
}`;

/** The finished page as a PDF, and that as a file, made as the program makes one: beside, synced, moved, synced. */
export function printBareTo(file: string): string {
  return `{
    const fs = process.getBuiltinModule('fs');
    const file = ${JSON.stringify(file)};
    const before = performance.now();
    const bytes = await globalThis.bareWindow.webContents.printToPDF(${options});
    const printMs = performance.now() - before;
    const beside = fs.openSync(file + '.new', 'w', 0o600);
    fs.writeSync(beside, bytes);
    fs.fsyncSync(beside);
    fs.closeSync(beside);
    fs.renameSync(file + '.new', file);
    const folder = fs.openSync(process.getBuiltinModule('path').dirname(file), 'r');
    fs.fsyncSync(folder);
    fs.closeSync(folder);
    return { printMs, fileMs: performance.now() - before };
  }`;
}

/** From here on the hidden page says how long each drawing took: from being told of a sheet until it is a PDF. */
export const watchDrawings = `{
  const { webContents } = ${paperWindow};
  globalThis.drawings = [];
  let toldAt;
  const { send, printToPDF } = Object.getPrototypeOf(webContents);
  webContents.send = (channel, event) => {
    if (event.ticket !== null) toldAt = performance.now();
    return send.call(webContents, channel, event);
  };
  webContents.printToPDF = async (...given) => {
    const bytes = await printToPDF.apply(webContents, given);
    globalThis.drawings.push(performance.now() - toldAt);
    return bytes;
  };
}`;

/** The last drawing, or undefined as long as there is none. */
export const takeDrawing = `{ return globalThis.drawings.shift() }`;

// And this in the page.

/** How long from the choice of another language until its sheet is on the screen, letters and all. */
export function choose(language: string): string {
  return `new Promise((done) => {
    const card = document.querySelector('section[aria-label="For the person"]');
    const field = [...card.querySelectorAll('select')].find((each) => each.querySelector('option[value="ur"]'));
    const before = performance.now();
    const look = () => {
      if (card.querySelector('article[lang="${language}"]') === null) return requestAnimationFrame(look);
      void document.fonts.ready.then(() => requestAnimationFrame(() => done(performance.now() - before)));
    };
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(field, '${language}');
    field.dispatchEvent(new Event('change', { bubbles: true }));
    requestAnimationFrame(look);
  })`;
}
