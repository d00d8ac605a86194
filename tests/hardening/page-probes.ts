import type { Page } from '@playwright/test';

/** What the policy of every page has to say. */
export const policyFacts = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
];

/** What a script in the page finds when it tries things; each answer comes from the page itself. */
export function questionsInPage(page: Page) {
  return {
    canFetch: (address: string) =>
      page.evaluate(
        (url) =>
          fetch(url).then(
            () => true,
            () => false,
          ),
        address,
      ),

    knownNames: (names: readonly string[]) =>
      page.evaluate((all) => all.filter((name) => Reflect.get(window, name) !== undefined), names),

    permissionStates: () =>
      page.evaluate(async () => {
        const names = [
          'geolocation',
          'notifications',
          'camera',
          'microphone',
          'clipboard-read',
          'midi',
          'persistent-storage',
          'idle-detection',
        ];
        const states: Record<string, string> = {};
        for (const name of names) {
          // The list of names that TypeScript knows is shorter than Chromium's.
          const asked: PermissionDescriptor = JSON.parse(JSON.stringify({ name }));
          states[name] = (await navigator.permissions.query(asked)).state;
        }
        states['media'] = await navigator.mediaDevices
          .getUserMedia({ audio: true, video: true })
          .then(
            () => 'granted',
            () => 'denied',
          );
        states['clipboard'] = await navigator.clipboard.readText().then(
          () => 'granted',
          () => 'denied',
        );
        return states;
      }),

    /** The kinds of thing a page's policy stopped, of those tried, in the order tried. */
    stoppedByPolicy: () =>
      page.evaluate(async () => {
        const stopped = new Array<string>();
        let tried = '';
        document.addEventListener('securitypolicyviolation', () => stopped.push(tried));
        const attempt = async (what: string, deed: () => void) => {
          tried = what;
          const before = stopped.length;
          try {
            deed();
          } catch {
            if (stopped.length === before) stopped.push(what);
          }
          await new Promise((done) => setTimeout(done, 250));
        };
        const element = (tag: string, facts: Record<string, string>) => {
          const made = document.createElement(tag);
          for (const [name, value] of Object.entries(facts)) made.setAttribute(name, value);
          document.body.append(made);
        };
        await attempt('script', () => {
          const script = document.createElement('script');
          script.append('window.injected = true');
          document.body.append(script);
        });
        await attempt('eval', () => {
          Reflect.construct(Function, ['window.injected = true'])();
        });
        await attempt('image', () => element('img', { src: 'https://example.org/x.png' }));
        await attempt('frame', () => element('iframe', { src: 'https://example.org/' }));
        await attempt('style', () => element('div', { style: 'color: red' }));
        return Reflect.get(window, 'injected') === true ? ['nothing'] : [...new Set(stopped)];
      }),

    isUnknownElement: (tag: string) =>
      page.evaluate((name) => {
        const made = document.createElement(name);
        return made instanceof HTMLUnknownElement || made.constructor === HTMLElement;
      }, tag),

    goElsewhere: () =>
      page.evaluate(() => {
        location.href = 'https://example.org/';
        location.assign('app://quietroom/paper.html');
        const link = document.createElement('a');
        link.href = 'file:///etc/hostname';
        document.body.append(link);
        link.click();
        const form = document.createElement('form');
        form.action = 'https://example.org/';
        form.method = 'post';
        document.body.append(form);
        form.submit();
      }),

    openedWindow: () =>
      page.evaluate(() => {
        const link = document.createElement('a');
        link.href = 'app://quietroom/index.html';
        link.target = '_blank';
        document.body.append(link);
        link.click();
        return window.open('app://quietroom/index.html') !== null;
      }),
  };
}
