import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { withFolder } from '../support/folder.ts';
import { facility, person } from '../support/people.ts';
import { launch } from '../support/launch.ts';
import { launchAtPlace, openVisitAt } from '../support/place.ts';
import * as walk from '../support/walk.ts';

test('the program ends with its records shut also when a page keeps its window from closing', async () => {
  await withFolder(async (folder) => {
    // given an open visit, and a hidden page that holds on, as one that draws a sheet can
    const profile = join(folder, 'profile');
    const running = await launchAtPlace(profile);
    await openVisitAt(running, { alias: person.alias });
    await running.app.evaluate(async ({ BrowserWindow, session }) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { session: session.fromPartition('desk'), sandbox: true },
      });
      await window.loadURL('app://quietroom/paper.html');
      await window.webContents.executeJavaScript('window.onbeforeunload = () => false; null', true);
    });

    // when
    await running.close();

    // then nothing runs any more, and nobody is told that something went wrong
    const again = await launch(profile);
    await walk.signIn(again.page(), facility.signInName, facility.password);
    await walk.seeHeading(again.page(), 'Visits');
    await expect(again.page().getByRole('button', { name: 'Go on', exact: true })).toBeVisible();
    await again.close();
  });
});
