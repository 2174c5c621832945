export declare function sourceOf(id: string): string | undefined;
