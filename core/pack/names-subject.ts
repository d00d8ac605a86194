// The words by which a bystander would know what this is about, in every language of the pack.

/**
 * Parts of expressions, by language. Only what means nothing else: an ordinary sentence must not be
 * refused. Filipino says it in English.
 */
const words: Readonly<Record<string, readonly string[]>> = {
  am: ['በሰው መነገድ', 'በሰዎች መነገድ', '(የ)?ሰዎች (ህገ ?ወጥ )?ዝውውር', 'የሰው ንግድ'],
  ar: ['اتجار ب ?(ال)?(بشر|اشخاص|ناس|نساء|اطفال)', 'تجارة (ال)?بشر'],
  bg: ['трафик[а-я]* на (хора|жени|деца|лица)'],
  bn: ['মানব ?পাচার', 'মানুষ ?পাচার', 'নারী ?পাচার'],
  ckb: ['بازرگانی(کردن)? ?ب?ە? مرۆڤ'],
  de: ['menschen ?handel'],
  en: ['traffick', 'slaver', 'prostitut'],
  es: ['(?<!se )trata de (personas|seres|blancas|mujeres)', 'trafico de (personas|seres|mujeres)'],
  fa: ['قاچاق انسان'],
  fi: ['ihmis ?kaup'],
  fr: ['traite des (etres|femmes|blanches)', 'traite d etres'],
  hi: ['मानव दुर्व्यापार', 'मानव तस्करी', 'मानव व्यापार'],
  hu: ['ember ?keresked'],
  kmr: ['bazirganiya (bi )?mirovan'],
  ne: ['मानव बेचबिखन', 'मानव तस्करी', 'चेलीबेटी बेचबिखन'],
  nl: ['mensen ?handel'],
  pa: ['ਮਨੁੱਖੀ ਤਸਕਰੀ'],
  pl: ['handl?[a-z]* ludzmi'],
  ps: ['(د )?انسان(انو|ي)? قاچاق'],
  'pt-BR': ['trafico (humano|de (pessoas|seres|mulheres))'],
  ro: ['trafic(ul|ului)? (uman|de (persoane|fiinte|carne))'],
  ru: ['торговл[а-я]* людьми', 'трафик[а-я]* людей'],
  so: ['ganacsiga (dadka|dadku|dadkii)'],
  sq: ['trafikim', 'trafikuar'],
  sv: ['mannisko ?hande?l'],
  th: ['ค้ามนุษย์'],
  ti: ['ንግዲ ሰብ'],
  tr: ['insan ticaret'],
  uk: ['торг[а-яіїє]* людьми'],
  ur: ['انسانی (سوداگری|اسمگلنگ|سمگلنگ|تجارت)'],
  vi: ['(mua|buon)( ban)? nguoi'],
  wo: ['njaay(um|u)? nit'],
  'zh-Hans': ['人口贩', '贩卖人口', '拐卖', '人口拐'],
};

const anywhere = new RegExp(
  Object.values(words)
    .flat()
    .map((one) => folded(one, /[^\p{L}\p{N}()?*|[\]<! -]+/gu))
    .join('|'),
  'u',
);

/**
 * Whether a text says what this is about, in whatever language it is written, so that it must not
 * stand on a screen or a paper that somebody may glance at.
 */
export function namesSubject(text: string): boolean {
  return anywhere.test(folded(text, /[^\p{L}\p{N}]+/gu));
}

/** Without capitals and marks; whatever stands between two words is one space. */
function folded(text: string, between: RegExp): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\u00AD\u200B-\u200F]/gu, '')
    .replaceAll('ı', 'i')
    .toLowerCase()
    .replaceAll(between, ' ');
}
