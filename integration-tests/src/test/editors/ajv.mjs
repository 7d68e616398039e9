// What ajv, in strict mode, makes of a schema and of a file that it is about.
import {readFileSync} from "node:fs";
import addFormats from "ajv-formats";
import Ajv from "ajv/dist/2020.js";
import {parse} from "yaml";

export const validate = (schema, file) => {
    const complaints = [];
    const complain = (message) => complaints.push(message);
    const ajv = new Ajv({
        strict: true,
        allowUnionTypes: true,
        strictRequired: false,
        logger: {log: complain, warn: complain, error: complain},
    });
    addFormats(ajv);
    const valid = ajv.compile(JSON.parse(readFileSync(schema, "utf8")));
    valid(parse(readFileSync(file, "utf8"), {merge: true}));
    return {complaints, errors: (valid.errors ?? []).map(({instancePath, message}) => `${instancePath} ${message}`)};
};
