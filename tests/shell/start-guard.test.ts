import { expect, test } from 'vitest';
import { type Copy, refusedIn, type Start } from '../../electron/shell/start-guard.ts';

const start = (facts: Partial<Start>): Start => ({
  copy: 'packed',
  words: [],
  variables: { PATH: '/usr/bin', LANG: 'en_GB.UTF-8' },
  isRoot: false,
  ...facts,
});

test.each([
  [[]],
  [['--profile=/media/stick/quietroom']],
  [['--disable-gpu', '--force-device-scale-factor=1.5', '--ozone-platform=wayland']],
])('a packed copy starts with %j', (words) => {
  expect(refusedIn(start({ words }))).toBeUndefined();
});

const dangerous = [
  '--remote-debugging-port=9222',
  '--remote-debugging-port=0',
  '--remote-debugging-pipe',
  '--remote-debugging-address=0.0.0.0',
  '--remote-debugging-targets=x',
  '--inspect',
  '--inspect=0',
  '--inspect-brk=127.0.0.1:9229',
  '--inspect-brk-node',
  '--inspect-port=1',
  '--js-flags=--expose-gc',
  '--no-sandbox',
  '--disable-web-security',
  '--load-extension=/tmp/x',
  '--host-rules=MAP * evil',
  '--host-resolver-rules=MAP * 1.2.3.4',
  '--proxy-server=evil:80',
  '--proxy-pac-url=http://evil',
  '--no-proxy-server',
  '--log-net-log=/tmp/net.json',
  '--ssl-key-log-file=/tmp/keys',
  '--enable-logging=file',
  '--log-file=/tmp/log',
  '--disable-features=IsolateOrigins',
  '--user-data-dir=/tmp/x',
  '--crash-dumps-dir=/tmp/x',
  '--renderer-cmd-prefix=/tmp/x',
  '--gpu-launcher=/tmp/x',
  '--utility-cmd-prefix=/tmp/x',
  '--auth-server-whitelist=*',
  '--unknown-switch-of-a-later-version',
  '-remote-debugging-port=9222',
  '/remote-debugging-port=9222',
  '--REMOTE-DEBUGGING-PORT=9222',
  '--profile',
  '--',
  '-r',
  '/tmp/somewhere',
  ' --inspect',
  '--disable-gpu=x',
  '--force-device-scale-factor=1;--inspect',
];

test.each(dangerous)(
  'a packed copy refuses %j, also after what is allowed, and as root',
  (word) => {
    const name = word.split('=')[0];
    expect(refusedIn(start({ words: [word] }))).toBe(name);
    expect(refusedIn(start({ words: ['--profile=/x', word], isRoot: true }))).toBe(name);
  },
);

test.each([
  'NODE_OPTIONS',
  'NODE_EXTRA_CA_CERTS',
  'NODE_V8_COVERAGE',
  'ELECTRON_RUN_AS_NODE',
  'ELECTRON_ENABLE_LOGGING',
  'ELECTRON_LOG_FILE',
  'ELECTRON_OVERRIDE_DIST_PATH',
  'SSLKEYLOGFILE',
  'CHROME_LOG_FILE',
  'CHROME_DEVEL_SANDBOX',
  'BREAKPAD_DUMP_LOCATION',
])('a packed copy refuses the variable %s, also an empty one', (name) => {
  expect(refusedIn(start({ variables: { [name]: '/tmp/x' } }))).toBe(name);
  expect(refusedIn(start({ variables: { [name]: '' } }))).toBe(name);
});

test('the choice between X11 and Wayland is anybody’s, and Electron names itself', () => {
  const variables = { ELECTRON_OZONE_PLATFORM_HINT: 'auto', CHROME_DESKTOP: 'x.desktop' };
  expect(refusedIn(start({ variables }))).toBeUndefined();
});

test.each<Copy>(['development', 'test-twin'])(
  'a copy for work (%s) starts as its tests start it',
  (copy) => {
    const words = ['--inspect=0', '--remote-debugging-port=0', '--disable-gpu', '--profile=/x'];
    const variables = { NODE_OPTIONS: '--max-old-space-size=4096', ELECTRON_ENABLE_LOGGING: '1' };
    expect(refusedIn(start({ copy, words, variables }))).toBeUndefined();
  },
);

test('a copy for work refuses what neither tests nor measurements need', () => {
  const allowed = [
    '--inspect=0',
    '--remote-debugging-port=0',
    '--user-data-dir=/tmp/x',
    '/tmp/somewhere',
  ];
  const refused = dangerous.filter((word) => !allowed.includes(word));
  let tried = 0;
  for (const word of refused) {
    const words = ['.', word];
    expect(refusedIn(start({ copy: 'development', words }))).toBe(word.split('=')[0]);
    tried += 1;
  }
  expect(tried).toBeGreaterThan(30);
  expect(refusedIn(start({ copy: 'development', variables: { SSLKEYLOGFILE: 'x' } }))).toBe(
    'SSLKEYLOGFILE',
  );
});

test('the sandbox may be left out by root alone, and never of a packed copy', () => {
  const words = ['--no-sandbox'];
  expect(refusedIn(start({ copy: 'development', words, isRoot: true }))).toBeUndefined();
  expect(refusedIn(start({ copy: 'development', words }))).toBe('--no-sandbox');
  expect(refusedIn(start({ copy: 'packed', words, isRoot: true }))).toBe('--no-sandbox');
});
