/**
 * Keys in the shapes that services give theirs. They are put together here, at run time, from pieces and a counter,
 * so that nothing in the repository looks like a key to those who search repositories for keys.
 */
const lower = 'abcdefghijklmnopqrstuvwxyz';
const upper = lower.toUpperCase();
const digits = '0123456789';

function take(alphabet: string, length: number, step = 7): string {
  return Array.from({ length }, (_, at) =>
    alphabet.charAt((at * step + at * at * 3 + 5) % alphabet.length),
  ).join('');
}

const mixed = (length: number) => take(lower + digits + upper, length, 17);
const capitals = (length: number) => take(upper + digits, length, 11);
const hex = (length: number) => take('0123456789abcdef', length);

export const pretendSecrets: Record<string, () => string> = {
  aws: () => ['AK', 'IA', capitals(16)].join(''),
  awsSecret: () => `${mixed(20)}/${mixed(19)}`,
  github: () => ['gh', 'p_', mixed(36)].join(''),
  githubFine: () => ['github', 'pat', mixed(22), mixed(59)].join('_'),
  gitlab: () => ['gl', 'pat-', mixed(20)].join(''),
  slack: () => ['xo', 'xb', `-${take(digits, 12)}`, `-${mixed(24)}`].join(''),
  slackhook: () => [`T${capitals(8)}`, `B${capitals(8)}`, mixed(24)].join('/'),
  stripe: () => ['sk', 'live', mixed(24)].join('_'),
  google: () => ['AI', 'za', mixed(35)].join(''),
  jwt: () => [`ey${'J'}${mixed(17)}`, `ey${'J'}${mixed(31)}`, mixed(43)].join('.'),
  openai: () => ['sk', 'proj', mixed(40)].join('-'),
  anthropic: () => ['sk', 'ant', 'api03', mixed(40)].join('-'),
  sendgrid: () => ['SG', mixed(22), mixed(43)].join('.'),
  npm: () => ['np', 'm_', mixed(36)].join(''),
  twilio: () => ['A', 'C', hex(32)].join(''),
  shopify: () => ['shp', 'at_', hex(32)].join(''),
  telegram: () => `${take(digits, 10)}:A${'A'}${mixed(33)}`,
  azure: () => `${mixed(86)}==`,
  hex32: () => hex(32),
  hex64: () => hex(64),
  mixed24: () => mixed(24),
  mixed40: () => mixed(40),
  license: () => [capitals(5), capitals(5), capitals(5), capitals(5)].join('-'),
  uuid: () => [hex(8), hex(4), `4${hex(3)}`, `a${hex(3)}`, hex(12)].join('-'),
  pem: () => {
    const mark = (word: string) => `-----${word} RSA ${['PRIVATE', 'KEY'].join(' ')}-----`;
    return [mark('BEGIN'), mixed(64), mixed(64), mixed(40), mark('END')].join('\n');
  },
};
