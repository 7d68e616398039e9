// An editor's YAML language server, asked at the place of the cursor: "|" in a text.
import {readFileSync} from "node:fs";
import {pathToFileURL} from "node:url";
import {TextDocument} from "vscode-languageserver-textdocument";
import languageServer from "yaml-language-server";

// The server remembers documents by their address, whatever the schema.
let opened = 0;
const open = (text, folder = "") => TextDocument.create(`file://${folder}/world-${++opened}.yaml`, "yaml", 1, text);

/** With a schema for all files; without one only the files say which is theirs. */
export const editorWith = (schema) => {
    const service = languageServer.getLanguageService({
        schemaRequestService: async (address) => readFileSync(new URL(address), "utf8"),
        workspaceContext: {resolveRelativePath: (path, base) => new URL(path, base).toString()},
    });
    service.configure({
        validate: true,
        hover: true,
        completion: true,
        yamlVersion: "1.2",
        schemas: schema ? [{uri: pathToFileURL(schema).toString(), fileMatch: ["*.yaml"]}] : [],
    });
    const at = (marked) => {
        const [before, after] = marked.split("|");
        const document = open(before + after);
        return [document, document.positionAt(before.length)];
    };
    return {
        complete: async (marked) => (await service.doComplete(...at(marked), false)).items.map(({label}) => label),
        hover: async (marked) => (await service.doHover(...at(marked)))?.contents.value ?? "",
        problems: async (text, folder) =>
            (await service.doValidation(open(text, folder), false)).map(
                ({range, message}) => `${range.start.line + 1}: ${message}`,
            ),
    };
};
