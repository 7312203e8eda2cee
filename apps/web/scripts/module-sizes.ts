import type { Plugin } from 'vite';

/** Leaves `module-sizes.json` beside the build: for each chunk, the bytes that every module brought into it. */
export function moduleSizes(): Plugin {
  return {
    name: 'module-sizes',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).flatMap((file) =>
        file.type === 'chunk'
          ? [[file.fileName, Object.entries(file.modules).map(([id, module]) => [readable(id), module.renderedLength])]]
          : [],
      );
      this.emitFile({
        type: 'asset',
        fileName: '.vite/module-sizes.json',
        source: JSON.stringify(Object.fromEntries(chunks)),
      });
    },
  };
}

const readable = (id: string) => id.replaceAll('\0', '').replace(/^.*\/(node_modules|apps|packages)\//, '$1/');
