import { matchesIn } from './context';
import { linesWith } from './starts';

/** What services put in front of their keys. Each begins at a word and has a bound, so that a long run costs its length. */
const shapes = [
  /(?:AKIA|ASIA|AIDA|AROA|AGPA|ANPA|ABIA|ACCA)[A-Z0-9]{12,20}/g,
  /gh[oprsu]_[A-Za-z0-9]{16,255}|github_pat_[A-Za-z0-9_]{16,255}/g,
  /gl(?:pat|ptt|dt|rt|soat|cbt|ft|imt|agent|oas)-[\w.-]{12,255}/g,
  /xox[a-z](?:\.xox[a-z])?-[\w-]{8,255}|xapp-[\w-]{8,255}|xwfp-[\w-]{8,255}/g,
  /(?:sk|rk|pk|whsec|sk_live|sk_test)_[A-Za-z0-9_]{12,255}/g,
  /AIza[\w-]{20,80}|ya29\.[\w.-]{10,255}|GOCSPX-[\w-]{16,60}|1\/\/0[\w-]{20,120}/g,
  /sk-(?:ant-|proj-|or-|svcacct-)?[A-Za-z0-9_-]{16,255}/g,
  /eyJ[\w-]{4,4000}(?:\.[\w-]{2,8000}){1,4}/g,
  /SG\.[\w-]{10,60}\.[\w-]{10,90}|key-[0-9a-f]{24,40}|re_[A-Za-z0-9]{8,40}_[A-Za-z0-9]{8,40}/g,
  /(?:AC|SK)[0-9a-f]{32}|npm_[A-Za-z0-9]{20,80}|pypi-[\w-]{16,255}|do[opr]_v1_[0-9a-f]{20,80}/g,
  /shp(?:at|ss|ca|pa)_[0-9a-fA-F]{16,80}|hf_[A-Za-z0-9]{16,80}|EAA[A-Za-z0-9]{24,255}|dapi[0-9a-f]{24,40}/g,
  /sq0[a-z]{3}-[\w-]{16,80}|lin_api_[A-Za-z0-9]{16,80}|fig[a-z]_[\w-]{16,80}|NRAK-[A-Z0-9]{16,60}|ATATT3[\w=-]{16,255}/g,
  /AGE-SECRET-KEY-1[A-Z0-9]{20,80}|\d{8,10}:AA[\w-]{30,40}|PMAK-[0-9a-f]{20,30}-[0-9a-f]{20,40}|hvs\.[\w-]{16,255}/g,
  /[a-z]{2,12}[_-](?:live|test|prod|sandbox|secret|sk|pat|api|key|token)[_-][A-Za-z0-9_-]{10,255}/g,
].map(begun);

/** Rarer ones, all of them long: looked for only where a line holds something long. */
const long = [
  /HRKU-[\w-]{30,80}|nfp_\w{30,60}|ntn_\w{30,60}|secret_[A-Za-z0-9]{32,60}|pat[A-Za-z0-9]{14}\.[0-9a-f]{40,80}|[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,40}|ATCTT3[\w=-]{16,255}/g,
  /dp\.(?:st|pt|ct|sa)\.[\w.-]{20,80}|pul-[0-9a-f]{40}|rubygems_[0-9a-f]{40,60}|dckr_pat_[\w-]{20,60}|AKCp[A-Za-z0-9]{50,90}|gl(?:sa|c)_[\w=]{20,255}|NR(?:II|JS|AA|RA)-[\w-]{16,60}/g,
  /pat-[a-z]{2}\d-[0-9a-f-]{30,40}|[ps]k\.eyJ[\w-]{8,255}\.[\w-]{10,80}|sb[ps]_[\w-]{20,80}|r8_\w{30,60}|gsk_\w{40,80}|pplx-\w{30,80}|xai-\w{40,120}|sq[pua]_[0-9a-f]{40}|hvb\.[\w-]{16,255}/g,
  /\w{14}\.atlasv1\.[\w-]{40,120}|sl\.[\w-]{60,255}|[A-Za-z0-9]{3}\dQ~[\w~.-]{30,40}|LTAI[A-Za-z0-9]{12,30}|AKID[A-Za-z0-9]{24,40}|ops_eyJ[\w-]{40,900}|[0-9a-f]{32}-us\d{1,2}(?!\w)|xkeysib-[\w-]{40,120}/g,
  /tfp_[\w-]{30,90}|CFPAT-[\w-]{30,60}|bk[a-z]{2}_[0-9a-f]{30,60}|CC[IP]{2}?PAT_\w{20,90}|dt0c01\.\w{20,30}\.\w{40,80}|CLOJARS_[0-9a-f]{40,80}|FLWSECK[\w-]{20,80}|sntry[su]_[\w=+/-]{30,255}|phc_\w{30,60}|rnd_\w{20,40}/g,
  /(?:sdk|mob|api)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|access-(?:sandbox|development|production)-[0-9a-f-]{36}|EZ[AT]K[0-9a-f]{40,60}|A{20,24}[\w%-]{60,120}|AAAA[\w-]{7}:[\w-]{100,180}|fo1_[\w-]{20,60}|sess-\w{30,60}/g,
].map(begun);

/** Where one of these stands, and it alone. */
export function* keysByShape(text: string): Generator<{ index: number; value: string }> {
  for (const shape of shapes)
    for (const { index, 0: value } of matchesIn(text, shape)) yield { index, value };
  for (const { from, line } of linesWith(text, /\b[\w.~:-]{24}/g))
    for (const shape of long)
      for (const { index, 0: value } of matchesIn(line, shape)) yield { index: from + index, value };
}

function begun({ source }: RegExp): RegExp {
  return new RegExp(`(?<![\\w-])(?:${source})`, 'g');
}
