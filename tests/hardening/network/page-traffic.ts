/**
 * Ways in which a script in a page can make Chromium send something, each to an address and a
 * name of its own, so that packets tell which of them sent them.
 */
const deeds: Readonly<Record<string, (address: string, name: string) => string>> = {
  fetch: (address) => `fetch('http://${address}/', { mode: 'no-cors' }).catch(() => {})`,
  XHR: (address) =>
    `const call = new XMLHttpRequest(); call.open('GET', 'http://${address}/'); call.send()`,
  WebSocket: (address) => `new WebSocket('ws://${address}/')`,
  EventSource: (address) => `new EventSource('http://${address}/')`,
  image: (address) =>
    `document.body.append(Object.assign(new Image(), { src: 'http://${address}/x.png' }))`,
  script: (address) => add('script', `src: 'http://${address}/x.js'`),
  beacon: (address) => `navigator.sendBeacon('http://${address}/', 'x')`,
  WebRTC: (address) => `
    const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:${address}:3478' }] });
    peer.createDataChannel('x');
    peer.createOffer().then((offer) => peer.setLocalDescription(offer))`,
  'DNS prefetch': (_, name) => add('link', `rel: 'dns-prefetch', href: 'http://${name}/'`),
  preconnect: (address) => add('link', `rel: 'preconnect', href: 'http://${address}/'`),
  'name in an address': (_, name) =>
    `fetch('http://${name}/', { mode: 'no-cors' }).catch(() => {})`,
  'style import': (address) =>
    `document.head.append(Object.assign(document.createElement('style'), { textContent: '@import url(http://${address}/x.css)' }))`,
  frame: (address) => add('iframe', `src: 'http://${address}/'`),
  video: (address) => add('video', `src: 'http://${address}/x.mp4', autoplay: true`),
  'form post': (address) => `
    const form = Object.assign(document.createElement('form'), { action: 'http://${address}/', method: 'post' });
    document.body.append(form);
    form.submit()`,
  'new window': (address) => `window.open('http://${address}/')`,
  navigation: (address) => `location.href = 'http://${address}/'`,
};

export type PageTraffic = {
  readonly kind: string;
  readonly script: string;
  /** Whether a packet is of this kind. */
  readonly isMine: (packet: Buffer) => boolean;
};

export const pageTraffic: readonly PageTraffic[] = Object.entries(deeds).map(([kind, deed], at) => {
  const address = [192, 0, 2, 10 + at];
  const name = `kind-${at}-x`;
  return {
    kind,
    script: `(() => { try { ${deed(address.join('.'), `${name}.example`)} } catch {} })()`,
    isMine: (packet) => packet.includes(Buffer.from(address)) || packet.includes(name),
  };
});

function add(tag: string, facts: string): string {
  return `document.body.append(Object.assign(document.createElement('${tag}'), { ${facts} }))`;
}
