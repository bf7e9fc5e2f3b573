// Makes src/Iam/Reference/service-authorization.json anew: node tools/iam/refresh.mjs FILE …
// A FILE is one service of AWS's service reference, as https://servicereference.us-east-1.amazonaws.com/v1/s3/s3.json gives it, or one
// file with the tables of https://docs.aws.amazon.com/service-authorization/latest/reference/ for several services. Services that no FILE
// has stay as they are. Afterwards the new SHA-256 belongs into src/Iam/Reference/ServiceAuthorization.cs: a test says which.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const output = new URL('../../src/Iam/Reference/service-authorization.json', import.meta.url);
const wanted = ['athena', 'cloudwatch', 'glue', 'iam', 'kms', 'lakeformation', 'logs', 's3', 'sts'];
const text = (left, right) => (left < right ? -1 : left > right ? 1 : 0);
const sorted = (object) => Object.fromEntries(Object.entries(object).sort(([left], [right]) => text(left, right)));
const unique = (texts) => [...new Set(texts.filter(Boolean))].sort(text);

const fromReference = (service) => ({
  resources: Object.fromEntries((service.Resources ?? []).map((kind) => [kind.Name, [kind.ARNFormats[0], kind.ConditionKeys ?? []]])),
  keys: Object.fromEntries((service.ConditionKeys ?? []).map((key) => [key.Name, key.Types[0]])),
  actions: Object.fromEntries(service.Actions.map((action) => {
    const is = action.Annotations?.Properties ?? {};
    const level = is.IsPermissionManagement ? 'Permissions' : is.IsTaggingOnly ? 'Tagging' : is.IsList ? 'List' : is.IsWrite ? 'Write' : 'Read';
    const called = (service.Operations ?? []).some((operation) => operation.AuthorizedActions?.some((one) => one.Name === action.Name));
    return [action.Name, { level, only: !called, kinds: (action.Resources ?? []).map((kind) => kind.Name), keys: action.ActionConditionKeys ?? [] }];
  })),
});

const fromTables = (service) => ({
  resources: service.resources,
  keys: service.conds,
  actions: Object.fromEntries(Object.entries(service.actions).map(([name, action]) => [name, {
    level: action.level.split(' ')[0],
    only: action.perm_only,
    kinds: action.rows.map(([kind]) => kind.replace('*', '')),
    keys: action.rows.flatMap(([, keys]) => keys),
  }])),
});

// Most actions of a service know the same keys: each set is written once, and actions name its number.
const compact = (service) => {
  const sets = unique(Object.values(service.actions).map((action) => JSON.stringify(unique(action.keys))));
  return {
    resources: sorted(Object.fromEntries(Object.entries(service.resources).map(([kind, [arn, keys]]) => [kind, [arn, ...unique(keys)]]))),
    keys: sorted(service.keys),
    keySets: sets.map((set) => JSON.parse(set)),
    actions: sorted(Object.fromEntries(Object.entries(service.actions).map(([name, action]) => [name,
      [action.level + (action.only ? '!' : ''), sets.indexOf(JSON.stringify(unique(action.keys))), ...unique(action.kinds)].join(' ')]))),
  };
};

const read = (path) => {
  const json = JSON.parse(readFileSync(path, 'utf8'));
  return json.Actions
    ? { [json.Name]: compact(fromReference(json)) }
    : Object.fromEntries(Object.entries(json).map(([name, service]) => [name, compact(fromTables(service))]));
};

const present = (() => {
  try {
    return JSON.parse(readFileSync(output, 'utf8')).services;
  } catch {
    return {};
  }
})();
const services = Object.assign(present, ...process.argv.slice(2).map(read));
const source = 'Facts of the AWS Service Authorization Reference, https://docs.aws.amazon.com/service-authorization/latest/reference/';
const kept = sorted(Object.fromEntries(Object.entries(services).filter(([name]) => wanted.includes(name))));
// One line for each entry, so that a change can be read.
const lines = JSON.stringify({ source, services: kept }, (_, value) => (Array.isArray(value) ? value.map((item) =>
  (Array.isArray(item) ? item.join(' ') : item)).join(' | ') : value), 1).replaceAll(/^ +/gm, '') + '\n';
writeFileSync(output, lines);
console.log(`${createHash('sha256').update(lines).digest('hex')}  ${lines.length} characters, services: ${Object.keys(kept).join(', ')}`);
