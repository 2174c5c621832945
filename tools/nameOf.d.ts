export declare const nameOf: (slug: string) => string;
