/* Made of openapi.json by openapi-typescript (npm run write-files); never edited by hand. */

export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process runs */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** It can file and search */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            loginName: string;
                            displayName: string;
                            role: string;
                            account: string;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The seven forms */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            forms: unknown[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/{securityType}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One form: JSON schema of the whole body, labels in both languages, and an example that can be filed */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    securityType: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The registrations of the caller’s own account, newest first */
        get: {
            parameters: {
                query?: {
                    securityType?: "chattel_mortgage" | "receivables_pledge" | "document_pledge" | "finance_lease" | "factoring" | "retention_of_title" | "other";
                    status?: "in_effect" | "discharged" | "revoked" | "expired";
                    debtor?: string;
                    expiresWithinDays?: number;
                    filerReference?: string;
                    filerReferencePrefix?: string;
                    text?: string;
                    filedFrom?: string;
                    filedTo?: string;
                    before?: number;
                    limit?: number;
                    lang?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            registrations: {
                                sequence: number;
                                registrationNumber: string;
                                securityType: string;
                                /** @enum {string} */
                                status: "in_effect" | "discharged" | "revoked" | "expired";
                                debtors: {
                                    [key: string]: unknown;
                                }[];
                                collateralSummary: string;
                                filedAt: string;
                                expiresOn: string;
                                filerReference: string | null;
                            }[];
                            next?: string;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Register a security right (initial registration) */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        securityType: "chattel_mortgage";
                        securedParties: ({
                            /** @enum {string} */
                            kind: "organization";
                            name?: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            representative: string;
                            parent?: {
                                /** @enum {string} */
                                kind?: "organization";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative?: string;
                            };
                            owner?: {
                                /** @enum {string} */
                                kind?: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                            };
                            share?: string;
                        } | {
                            /** @enum {string} */
                            kind: "individual";
                            name: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            share?: string;
                        })[];
                        debtors: ({
                            /** @enum {string} */
                            kind: "organization";
                            name?: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            representative: string;
                            parent?: {
                                /** @enum {string} */
                                kind?: "organization";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative?: string;
                            };
                            owner?: {
                                /** @enum {string} */
                                kind?: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                            };
                            share?: string;
                        } | {
                            /** @enum {string} */
                            kind: "individual";
                            name: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            share?: string;
                        })[];
                        termMonths: number;
                        securedAmount?: {
                            currency: string;
                            amount: string;
                        };
                        maximumAmountSecurity?: boolean;
                        ceiling?: {
                            currency: string;
                            amount: string;
                        };
                        scope?: string;
                        negativePledge?: boolean;
                        purchaseMoney?: {
                            /** Format: date */
                            deliveredOn: string;
                        };
                        contracts?: {
                            number: string;
                            name?: string;
                            /** Format: date */
                            date?: string;
                        }[];
                        filerReference?: string;
                        attachments?: {
                            sha256: string;
                            name?: string;
                        }[];
                        /** @enum {boolean} */
                        declaration: true;
                        collateral: {
                            /** @enum {string} */
                            assetClass: "production_equipment" | "raw_materials" | "semi_finished_goods" | "products" | "several";
                            floating?: boolean;
                            description?: string;
                            items?: {
                                name: string;
                                model?: string;
                                quantity?: number;
                                unit?: string;
                                maker?: string;
                                serialNumber?: string;
                                location?: string;
                            }[];
                        };
                    } | {
                        /** @enum {string} */
                        securityType: "receivables_pledge";
                        securedParties: ({
                            /** @enum {string} */
                            kind: "organization";
                            name?: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            representative: string;
                            parent?: {
                                /** @enum {string} */
                                kind?: "organization";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative?: string;
                            };
                            owner?: {
                                /** @enum {string} */
                                kind?: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                            };
                            share?: string;
                        } | {
                            /** @enum {string} */
                            kind: "individual";
                            name: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            share?: string;
                        })[];
                        debtors: ({
                            /** @enum {string} */
                            kind: "organization";
                            name?: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            representative: string;
                            parent?: {
                                /** @enum {string} */
                                kind?: "organization";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative?: string;
                            };
                            owner?: {
                                /** @enum {string} */
                                kind?: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                            };
                            share?: string;
                        } | {
                            /** @enum {string} */
                            kind: "individual";
                            name: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            share?: string;
                        })[];
                        termMonths: number;
                        securedAmount?: {
                            currency: string;
                            amount: string;
                        };
                        maximumAmountSecurity?: boolean;
                        ceiling?: {
                            currency: string;
                            amount: string;
                        };
                        scope?: string;
                        negativePledge?: boolean;
                        purchaseMoney?: {
                            /** Format: date */
                            deliveredOn: string;
                        };
                        contracts?: {
                            number: string;
                            name?: string;
                            /** Format: date */
                            date?: string;
                        }[];
                        filerReference?: string;
                        attachments?: {
                            sha256: string;
                            name?: string;
                        }[];
                        /** @enum {boolean} */
                        declaration: true;
                        collateral: {
                            /** @enum {string} */
                            receivableClass: "sale_of_goods" | "lease_of_goods" | "services" | "infrastructure_and_public_utility_income" | "loans" | "other_contractual_claims";
                            /** @enum {string} */
                            presentOrFuture: "present" | "future" | "present_and_future";
                            totalAmount?: {
                                currency: string;
                                amount: string;
                            };
                            accountDebtors?: {
                                name: string;
                                identifier?: string;
                            }[];
                            description?: string;
                            items?: {
                                name: string;
                                contractNumber?: string;
                                invoiceNumber?: string;
                                accountDebtor?: string;
                                amount?: string;
                                currency?: string;
                                /** Format: date */
                                dueDate?: string;
                            }[];
                        };
                    } | {
                        /** @enum {string} */
                        securityType: "document_pledge";
                        securedParties: ({
                            /** @enum {string} */
                            kind: "organization";
                            name?: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            representative: string;
                            parent?: {
                                /** @enum {string} */
                                kind?: "organization";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative?: string;
                            };
                            owner?: {
                                /** @enum {string} */
                                kind?: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                            };
                            share?: string;
                        } | {
                            /** @enum {string} */
                            kind: "individual";
                            name: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            share?: string;
                        })[];
                        debtors: ({
                            /** @enum {string} */
                            kind: "organization";
                            name?: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            representative: string;
                            parent?: {
                                /** @enum {string} */
                                kind?: "organization";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative?: string;
                            };
                            owner?: {
                                /** @enum {string} */
                                kind?: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                            };
                            share?: string;
                        } | {
                            /** @enum {string} */
                            kind: "individual";
                            name: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            share?: string;
                        })[];
                        termMonths: number;
                        securedAmount?: {
                            currency: string;
                            amount: string;
                        };
                        maximumAmountSecurity?: boolean;
                        ceiling?: {
                            currency: string;
                            amount: string;
                        };
                        scope?: string;
                        negativePledge?: boolean;
                        purchaseMoney?: {
                            /** Format: date */
                            deliveredOn: string;
                        };
                        contracts?: {
                            number: string;
                            name?: string;
                            /** Format: date */
                            date?: string;
                        }[];
                        filerReference?: string;
                        attachments?: {
                            sha256: string;
                            name?: string;
                        }[];
                        /** @enum {boolean} */
                        declaration: true;
                        collateral: {
                            /** @enum {string} */
                            documentClass: "deposit_certificate" | "warehouse_receipt" | "bill_of_lading";
                            /** @enum {string} */
                            medium: "paper" | "electronic" | "no_instrument";
                            description?: string;
                            items?: {
                                name: string;
                                documentNumber: string;
                                issuer: string;
                                faceAmount?: string;
                                currency?: string;
                                goods?: string;
                                quantity?: number;
                                unit?: string;
                                location?: string;
                                /** Format: date */
                                issueDate?: string;
                                /** Format: date */
                                dueDate?: string;
                            }[];
                        };
                    } | {
                        /** @enum {string} */
                        securityType: "finance_lease";
                        securedParties: ({
                            /** @enum {string} */
                            kind: "organization";
                            name?: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            representative: string;
                            parent?: {
                                /** @enum {string} */
                                kind?: "organization";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative?: string;
                            };
                            owner?: {
                                /** @enum {string} */
                                kind?: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                            };
                            share?: string;
                        } | {
                            /** @enum {string} */
                            kind: "individual";
                            name: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            share?: string;
                        })[];
                        debtors: ({
                            /** @enum {string} */
                            kind: "organization";
                            name?: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            representative: string;
                            parent?: {
                                /** @enum {string} */
                                kind?: "organization";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative?: string;
                            };
                            owner?: {
                                /** @enum {string} */
                                kind?: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                            };
                            share?: string;
                        } | {
                            /** @enum {string} */
                            kind: "individual";
                            name: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            share?: string;
                        })[];
                        termMonths: number;
                        securedAmount?: {
                            currency: string;
                            amount: string;
                        };
                        maximumAmountSecurity?: boolean;
                        ceiling?: {
                            currency: string;
                            amount: string;
                        };
                        scope?: string;
                        negativePledge?: boolean;
                        purchaseMoney?: {
                            /** Format: date */
                            deliveredOn: string;
                        };
                        contracts?: {
                            number: string;
                            name?: string;
                            /** Format: date */
                            date?: string;
                        }[];
                        filerReference?: string;
                        attachments?: {
                            sha256: string;
                            name?: string;
                        }[];
                        /** @enum {boolean} */
                        declaration: true;
                        collateral: {
                            leaseContractNumber: string;
                            /** Format: date */
                            leaseContractDate?: string;
                            /** @enum {string} */
                            leaseForm: "direct" | "sale_and_leaseback";
                            rentTotal?: {
                                currency: string;
                                amount: string;
                            };
                            description?: string;
                            items?: {
                                name: string;
                                model?: string;
                                quantity?: number;
                                unit?: string;
                                maker?: string;
                                serialNumber?: string;
                                vin?: string;
                                location?: string;
                            }[];
                        };
                    } | {
                        /** @enum {string} */
                        securityType: "factoring";
                        securedParties: ({
                            /** @enum {string} */
                            kind: "organization";
                            name?: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            representative: string;
                            parent?: {
                                /** @enum {string} */
                                kind?: "organization";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative?: string;
                            };
                            owner?: {
                                /** @enum {string} */
                                kind?: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                            };
                            share?: string;
                        } | {
                            /** @enum {string} */
                            kind: "individual";
                            name: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            share?: string;
                        })[];
                        debtors: ({
                            /** @enum {string} */
                            kind: "organization";
                            name?: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            representative: string;
                            parent?: {
                                /** @enum {string} */
                                kind?: "organization";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative?: string;
                            };
                            owner?: {
                                /** @enum {string} */
                                kind?: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                            };
                            share?: string;
                        } | {
                            /** @enum {string} */
                            kind: "individual";
                            name: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            share?: string;
                        })[];
                        termMonths: number;
                        securedAmount?: {
                            currency: string;
                            amount: string;
                        };
                        maximumAmountSecurity?: boolean;
                        ceiling?: {
                            currency: string;
                            amount: string;
                        };
                        scope?: string;
                        negativePledge?: boolean;
                        purchaseMoney?: {
                            /** Format: date */
                            deliveredOn: string;
                        };
                        contracts?: {
                            number: string;
                            name?: string;
                            /** Format: date */
                            date?: string;
                        }[];
                        filerReference?: string;
                        attachments?: {
                            sha256: string;
                            name?: string;
                        }[];
                        /** @enum {boolean} */
                        declaration: true;
                        collateral: {
                            /** @enum {string} */
                            recourse: "with_recourse" | "without_recourse";
                            accountDebtorNotified: boolean;
                            /** @enum {string} */
                            receivableClass: "sale_of_goods" | "lease_of_goods" | "services" | "infrastructure_and_public_utility_income" | "loans" | "other_contractual_claims";
                            /** @enum {string} */
                            presentOrFuture: "present" | "future" | "present_and_future";
                            totalAmount?: {
                                currency: string;
                                amount: string;
                            };
                            accountDebtors?: {
                                name: string;
                                identifier?: string;
                            }[];
                            description?: string;
                            items?: {
                                name: string;
                                contractNumber?: string;
                                invoiceNumber?: string;
                                accountDebtor?: string;
                                amount?: string;
                                currency?: string;
                                /** Format: date */
                                dueDate?: string;
                            }[];
                        };
                    } | {
                        /** @enum {string} */
                        securityType: "retention_of_title";
                        securedParties: ({
                            /** @enum {string} */
                            kind: "organization";
                            name?: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            representative: string;
                            parent?: {
                                /** @enum {string} */
                                kind?: "organization";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative?: string;
                            };
                            owner?: {
                                /** @enum {string} */
                                kind?: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                            };
                            share?: string;
                        } | {
                            /** @enum {string} */
                            kind: "individual";
                            name: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            share?: string;
                        })[];
                        debtors: ({
                            /** @enum {string} */
                            kind: "organization";
                            name?: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            representative: string;
                            parent?: {
                                /** @enum {string} */
                                kind?: "organization";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative?: string;
                            };
                            owner?: {
                                /** @enum {string} */
                                kind?: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                            };
                            share?: string;
                        } | {
                            /** @enum {string} */
                            kind: "individual";
                            name: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            share?: string;
                        })[];
                        termMonths: number;
                        securedAmount?: {
                            currency: string;
                            amount: string;
                        };
                        maximumAmountSecurity?: boolean;
                        ceiling?: {
                            currency: string;
                            amount: string;
                        };
                        scope?: string;
                        negativePledge?: boolean;
                        purchaseMoney?: {
                            /** Format: date */
                            deliveredOn: string;
                        };
                        contracts?: {
                            number: string;
                            name?: string;
                            /** Format: date */
                            date?: string;
                        }[];
                        filerReference?: string;
                        attachments?: {
                            sha256: string;
                            name?: string;
                        }[];
                        /** @enum {boolean} */
                        declaration: true;
                        collateral: {
                            saleContractNumber: string;
                            /** Format: date */
                            saleContractDate: string;
                            titleCondition: string;
                            price?: {
                                currency: string;
                                amount: string;
                            };
                            instalments?: {
                                /** Format: date */
                                dueDate: string;
                                amount: string;
                            }[];
                            description?: string;
                            items?: {
                                name: string;
                                model?: string;
                                quantity?: number;
                                unit?: string;
                                maker?: string;
                                serialNumber?: string;
                                vin?: string;
                                location?: string;
                            }[];
                        };
                    } | {
                        /** @enum {string} */
                        securityType: "other";
                        securedParties: ({
                            /** @enum {string} */
                            kind: "organization";
                            name?: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            representative: string;
                            parent?: {
                                /** @enum {string} */
                                kind?: "organization";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative?: string;
                            };
                            owner?: {
                                /** @enum {string} */
                                kind?: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                            };
                            share?: string;
                        } | {
                            /** @enum {string} */
                            kind: "individual";
                            name: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            share?: string;
                        })[];
                        debtors: ({
                            /** @enum {string} */
                            kind: "organization";
                            name?: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            representative: string;
                            parent?: {
                                /** @enum {string} */
                                kind?: "organization";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative?: string;
                            };
                            owner?: {
                                /** @enum {string} */
                                kind?: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                            };
                            share?: string;
                        } | {
                            /** @enum {string} */
                            kind: "individual";
                            name: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            share?: string;
                        })[];
                        termMonths: number;
                        securedAmount?: {
                            currency: string;
                            amount: string;
                        };
                        maximumAmountSecurity?: boolean;
                        ceiling?: {
                            currency: string;
                            amount: string;
                        };
                        scope?: string;
                        negativePledge?: boolean;
                        purchaseMoney?: {
                            /** Format: date */
                            deliveredOn: string;
                        };
                        contracts?: {
                            number: string;
                            name?: string;
                            /** Format: date */
                            date?: string;
                        }[];
                        filerReference?: string;
                        attachments?: {
                            sha256: string;
                            name?: string;
                        }[];
                        /** @enum {boolean} */
                        declaration: true;
                        collateral: {
                            /** @enum {string} */
                            subClass: "lien" | "margin_account_pledge" | "inventory" | "trust" | "other";
                            subClassName?: string;
                            description?: string;
                            items?: {
                                name: string;
                                model?: string;
                                quantity?: number;
                                unit?: string;
                                maker?: string;
                                serialNumber?: string;
                                vin?: string;
                                location?: string;
                            }[];
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            registrationNumber: string;
                            filingNumber: string;
                            sequence: number;
                            filedAt: string;
                            expiresOn: string;
                            modificationCode: string;
                            verificationCode: string;
                            links: {
                                registration: string;
                                certificate: string;
                                verification: string;
                            };
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{registrationNumber}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A registration as it stands, or as it stood at an earlier sequence or time */
        get: {
            parameters: {
                query?: {
                    asOfSequence?: number;
                    asOfTime?: string;
                    lang?: string;
                };
                header?: never;
                path: {
                    registrationNumber: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            registrationNumber: string;
                            securityType: string;
                            /** @enum {string} */
                            status: "in_effect" | "discharged" | "expired" | "revoked";
                            filedAt: string;
                            expiresOn: string;
                            keptUntil?: string;
                            termMonths: number;
                            securedParties: ({
                                /** @enum {string} */
                                kind: "organization";
                                name?: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative: string;
                                parent?: {
                                    /** @enum {string} */
                                    kind?: "organization";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                    representative?: string;
                                };
                                owner?: {
                                    /** @enum {string} */
                                    kind?: "individual";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                };
                                share?: string;
                            } | {
                                /** @enum {string} */
                                kind: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                share?: string;
                            })[];
                            debtors: ({
                                /** @enum {string} */
                                kind: "organization";
                                name?: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative: string;
                                parent?: {
                                    /** @enum {string} */
                                    kind?: "organization";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                    representative?: string;
                                };
                                owner?: {
                                    /** @enum {string} */
                                    kind?: "individual";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                };
                                share?: string;
                            } | {
                                /** @enum {string} */
                                kind: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                share?: string;
                            })[];
                            collateral: {
                                [key: string]: unknown;
                            }[];
                            filings: {
                                filingNumber: string;
                                /** @enum {string} */
                                kind: "initial" | "amendment" | "renewal" | "discharge" | "objection" | "objection_withdrawal" | "case_acceptance" | "objection_lapse" | "revocation" | "correction" | "reinstatement";
                                sequence: number;
                                filedAt: string;
                                attachments: {
                                    sha256: string;
                                    bytes: number;
                                    /** @enum {string} */
                                    mediaType: "application/pdf" | "image/jpeg" | "image/png";
                                    name?: string;
                                }[];
                            }[];
                            objections: unknown[];
                            asOf: {
                                sequence: number;
                                time: string;
                            };
                            filer: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What to look at before filing: the search keys of the debtors, and what the register has beside them */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        debtors: ({
                            /** @enum {string} */
                            kind: "organization";
                            name?: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            representative: string;
                            parent?: {
                                /** @enum {string} */
                                kind?: "organization";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative?: string;
                            };
                            owner?: {
                                /** @enum {string} */
                                kind?: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address?: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                            };
                            share?: string;
                        } | {
                            /** @enum {string} */
                            kind: "individual";
                            name: string;
                            identifier: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            address: {
                                country: string;
                                division?: string;
                                line: string;
                            };
                            share?: string;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            notes: {
                                pointer: string;
                                code: string;
                                message: string;
                            }[];
                            overlaps?: {
                                identifier: string;
                                kind: string;
                                registrations: {
                                    registrationNumber: string;
                                    securityType: string;
                                    securedParties: {
                                        kind: string;
                                        name: string;
                                        identifier: {
                                            scheme: string;
                                            value: string;
                                            country?: string;
                                        };
                                    }[];
                                    debtors: {
                                        kind: string;
                                        name: string;
                                        identifier: {
                                            scheme: string;
                                            value: string;
                                            country?: string;
                                        };
                                    }[];
                                    since: number;
                                    expiresOn: string;
                                    yours: boolean;
                                }[];
                                more: boolean;
                            }[];
                            overlapCount?: number;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/which-came-first": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which of two filings came first in the order; informational, rank may follow other rules */
        get: {
            parameters: {
                query: {
                    first: string;
                    second: string;
                    lang?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            first: {
                                filingNumber: string;
                                registrationNumber: string;
                                /** @enum {string} */
                                kind: "initial" | "amendment" | "renewal" | "discharge" | "objection" | "objection_withdrawal" | "case_acceptance" | "objection_lapse" | "revocation" | "correction" | "reinstatement";
                                sequence: number;
                                filedAt: string;
                            };
                            second: {
                                filingNumber: string;
                                registrationNumber: string;
                                /** @enum {string} */
                                kind: "initial" | "amendment" | "renewal" | "discharge" | "objection" | "objection_withdrawal" | "case_acceptance" | "objection_lapse" | "revocation" | "correction" | "reinstatement";
                                sequence: number;
                                filedAt: string;
                            };
                            /** @enum {string} */
                            cameFirst: "first" | "second" | "same";
                            microsecondsApart: number;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{registrationNumber}/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Amend a registration */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    registrationNumber: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        modificationCode: string;
                        /** @enum {boolean} */
                        declaration: true;
                        expectedSequence?: number;
                        attachments?: {
                            sha256: string;
                            name?: string;
                        }[];
                        changes: ({
                            /** @enum {string} */
                            type: "add_collateral";
                            description?: string;
                            items?: {
                                [key: string]: string | number | boolean;
                            }[];
                        } | {
                            /** @enum {string} */
                            type: "release_collateral";
                            description?: string;
                            items?: {
                                [key: string]: string | number | boolean;
                            }[];
                        } | {
                            /** @enum {string} */
                            type: "add_debtor";
                            party: {
                                /** @enum {string} */
                                kind: "organization";
                                name?: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative: string;
                                parent?: {
                                    /** @enum {string} */
                                    kind?: "organization";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                    representative?: string;
                                };
                                owner?: {
                                    /** @enum {string} */
                                    kind?: "individual";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                };
                                share?: string;
                            } | {
                                /** @enum {string} */
                                kind: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                share?: string;
                            };
                        } | {
                            /** @enum {string} */
                            type: "release_debtor";
                            index: number;
                        } | {
                            /** @enum {string} */
                            type: "rename_party";
                            /** @enum {string} */
                            role: "securedParty" | "debtor";
                            index: number;
                            name?: string;
                            identifier?: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            /** Format: date */
                            changedOn: string;
                        } | {
                            /** @enum {string} */
                            type: "transfer_secured_party";
                            index: number;
                            to: {
                                /** @enum {string} */
                                kind: "organization";
                                name?: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative: string;
                                parent?: {
                                    /** @enum {string} */
                                    kind?: "organization";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                    representative?: string;
                                };
                                owner?: {
                                    /** @enum {string} */
                                    kind?: "individual";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                };
                                share?: string;
                            } | {
                                /** @enum {string} */
                                kind: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                share?: string;
                            };
                            toAccount?: string;
                        } | {
                            /** @enum {string} */
                            type: "merge_parties";
                            /** @enum {string} */
                            role: "securedParty" | "debtor";
                            indexes: number[];
                            into: {
                                /** @enum {string} */
                                kind: "organization";
                                name?: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative: string;
                                parent?: {
                                    /** @enum {string} */
                                    kind?: "organization";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                    representative?: string;
                                };
                                owner?: {
                                    /** @enum {string} */
                                    kind?: "individual";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                };
                                share?: string;
                            } | {
                                /** @enum {string} */
                                kind: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                share?: string;
                            };
                            /** Format: date */
                            changedOn: string;
                        } | {
                            /** @enum {string} */
                            type: "divide_party";
                            /** @enum {string} */
                            role: "securedParty" | "debtor";
                            index: number;
                            into: ({
                                /** @enum {string} */
                                kind: "organization";
                                name?: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative: string;
                                parent?: {
                                    /** @enum {string} */
                                    kind?: "organization";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                    representative?: string;
                                };
                                owner?: {
                                    /** @enum {string} */
                                    kind?: "individual";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                };
                                share?: string;
                            } | {
                                /** @enum {string} */
                                kind: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                share?: string;
                            })[];
                            /** Format: date */
                            changedOn: string;
                        } | {
                            /** @enum {string} */
                            type: "transfer_asset";
                            index: number;
                            to: {
                                /** @enum {string} */
                                kind: "organization";
                                name?: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative: string;
                                parent?: {
                                    /** @enum {string} */
                                    kind?: "organization";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                    representative?: string;
                                };
                                owner?: {
                                    /** @enum {string} */
                                    kind?: "individual";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                };
                                share?: string;
                            } | {
                                /** @enum {string} */
                                kind: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                share?: string;
                            };
                            /** Format: date */
                            transferredOn: string;
                            description?: string;
                            items?: {
                                [key: string]: string | number | boolean;
                            }[];
                        } | {
                            /** @enum {string} */
                            type: "change_amount";
                            securedAmount: {
                                currency: string;
                                amount: string;
                            };
                        } | {
                            /** @enum {string} */
                            type: "rank_note";
                            text: string;
                        } | {
                            /** @enum {string} */
                            type: "correction";
                            statement?: string;
                            party?: {
                                /** @enum {string} */
                                role: "securedParty" | "debtor";
                                index: number;
                                party: {
                                    /** @enum {string} */
                                    kind: "organization";
                                    name?: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                    representative: string;
                                    parent?: {
                                        /** @enum {string} */
                                        kind?: "organization";
                                        name: string;
                                        identifier: {
                                            scheme: string;
                                            value: string;
                                            country?: string;
                                        };
                                        address?: {
                                            country: string;
                                            division?: string;
                                            line: string;
                                        };
                                        representative?: string;
                                    };
                                    owner?: {
                                        /** @enum {string} */
                                        kind?: "individual";
                                        name: string;
                                        identifier: {
                                            scheme: string;
                                            value: string;
                                            country?: string;
                                        };
                                        address?: {
                                            country: string;
                                            division?: string;
                                            line: string;
                                        };
                                    };
                                    share?: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "individual";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                    share?: string;
                                };
                            };
                            terms?: {
                                securedAmount?: {
                                    currency: string;
                                    amount: string;
                                };
                                maximumAmountSecurity?: boolean;
                                ceiling?: {
                                    currency: string;
                                    amount: string;
                                };
                                scope?: string;
                                negativePledge?: boolean;
                                purchaseMoney?: {
                                    /** Format: date */
                                    deliveredOn: string;
                                };
                                contracts?: {
                                    number: string;
                                    name?: string;
                                    /** Format: date */
                                    date?: string;
                                }[];
                                filerReference?: string;
                                attachments?: {
                                    sha256: string;
                                    name?: string;
                                }[];
                            };
                            item?: {
                                was: {
                                    [key: string]: string | number | boolean;
                                };
                                is: {
                                    [key: string]: string | number | boolean;
                                };
                            };
                            description?: {
                                part: number;
                                is: string;
                            };
                        })[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            registrationNumber: string;
                            filingNumber: string;
                            sequence: number;
                            filedAt: string;
                            expiresOn: string;
                            verificationCode: string;
                            links: {
                                registration: string;
                                certificate: string;
                                verification: string;
                            };
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{registrationNumber}/renewals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Renew a registration */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    registrationNumber: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        modificationCode: string;
                        /** @enum {boolean} */
                        declaration: true;
                        expectedSequence?: number;
                        attachments?: {
                            sha256: string;
                            name?: string;
                        }[];
                        additionalMonths: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            registrationNumber: string;
                            filingNumber: string;
                            sequence: number;
                            filedAt: string;
                            expiresOn: string;
                            verificationCode: string;
                            links: {
                                registration: string;
                                certificate: string;
                                verification: string;
                            };
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{registrationNumber}/discharges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Discharge a registration */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    registrationNumber: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        modificationCode: string;
                        /** @enum {boolean} */
                        declaration: true;
                        expectedSequence?: number;
                        attachments?: {
                            sha256: string;
                            name?: string;
                        }[];
                        /** @enum {string} */
                        reason: "debt_extinguished" | "right_realised" | "right_waived" | "other";
                        reasonText?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            registrationNumber: string;
                            filingNumber: string;
                            sequence: number;
                            filedAt: string;
                            expiresOn: string;
                            verificationCode: string;
                            links: {
                                registration: string;
                                certificate: string;
                                verification: string;
                            };
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{registrationNumber}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Object to a registration */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    registrationNumber: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        declaration?: true;
                        expectedSequence?: number;
                        attachments?: {
                            sha256: string;
                            name?: string;
                        }[];
                        statement: string;
                        relation: string;
                        /** Format: date */
                        demandedOn: string;
                        refused: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            registrationNumber: string;
                            filingNumber: string;
                            sequence: number;
                            filedAt: string;
                            expiresOn: string;
                            verificationCode: string;
                            links: {
                                registration: string;
                                certificate: string;
                                verification: string;
                            };
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{registrationNumber}/objections/{objection}/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw an objection */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    registrationNumber: string;
                    objection: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        declaration?: true;
                        expectedSequence?: number;
                        attachments?: {
                            sha256: string;
                            name?: string;
                        }[];
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            registrationNumber: string;
                            filingNumber: string;
                            sequence: number;
                            filedAt: string;
                            expiresOn: string;
                            verificationCode: string;
                            links: {
                                registration: string;
                                certificate: string;
                                verification: string;
                            };
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{registrationNumber}/objections/{objection}/case-acceptances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that the case was accepted */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    registrationNumber: string;
                    objection: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        declaration?: true;
                        expectedSequence?: number;
                        attachments?: {
                            sha256: string;
                            name?: string;
                        }[];
                        court: string;
                        caseNumber: string;
                        /** Format: date */
                        acceptedOn: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            registrationNumber: string;
                            filingNumber: string;
                            sequence: number;
                            filedAt: string;
                            expiresOn: string;
                            verificationCode: string;
                            links: {
                                registration: string;
                                certificate: string;
                                verification: string;
                            };
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{registrationNumber}/discharge-demands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Demands on a registration: for its filer and the registrar all, for others their own */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    registrationNumber: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            demands: {
                                demand: string;
                                statement: string;
                                relation: string;
                                demandedAt: string;
                                dueOn: string;
                                demandedBy: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Demand that the secured party discharge or amend; starts its ten working days */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    registrationNumber: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        statement: string;
                        relation: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            registrationNumber: string;
                            demand: string;
                            statement: string;
                            relation: string;
                            demandedAt: string;
                            dueOn: string;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{registrationNumber}/revocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke a registration, a part of it or an objection, on a binding judgment or award */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    registrationNumber: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        scope: "registration" | "part" | "objection";
                        objection?: string;
                        changes?: ({
                            /** @enum {string} */
                            type: "add_collateral";
                            description?: string;
                            items?: {
                                [key: string]: string | number | boolean;
                            }[];
                        } | {
                            /** @enum {string} */
                            type: "release_collateral";
                            description?: string;
                            items?: {
                                [key: string]: string | number | boolean;
                            }[];
                        } | {
                            /** @enum {string} */
                            type: "add_debtor";
                            party: {
                                /** @enum {string} */
                                kind: "organization";
                                name?: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative: string;
                                parent?: {
                                    /** @enum {string} */
                                    kind?: "organization";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                    representative?: string;
                                };
                                owner?: {
                                    /** @enum {string} */
                                    kind?: "individual";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                };
                                share?: string;
                            } | {
                                /** @enum {string} */
                                kind: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                share?: string;
                            };
                        } | {
                            /** @enum {string} */
                            type: "release_debtor";
                            index: number;
                        } | {
                            /** @enum {string} */
                            type: "rename_party";
                            /** @enum {string} */
                            role: "securedParty" | "debtor";
                            index: number;
                            name?: string;
                            identifier?: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            /** Format: date */
                            changedOn: string;
                        } | {
                            /** @enum {string} */
                            type: "transfer_secured_party";
                            index: number;
                            to: {
                                /** @enum {string} */
                                kind: "organization";
                                name?: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative: string;
                                parent?: {
                                    /** @enum {string} */
                                    kind?: "organization";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                    representative?: string;
                                };
                                owner?: {
                                    /** @enum {string} */
                                    kind?: "individual";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                };
                                share?: string;
                            } | {
                                /** @enum {string} */
                                kind: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                share?: string;
                            };
                            toAccount?: string;
                        } | {
                            /** @enum {string} */
                            type: "merge_parties";
                            /** @enum {string} */
                            role: "securedParty" | "debtor";
                            indexes: number[];
                            into: {
                                /** @enum {string} */
                                kind: "organization";
                                name?: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative: string;
                                parent?: {
                                    /** @enum {string} */
                                    kind?: "organization";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                    representative?: string;
                                };
                                owner?: {
                                    /** @enum {string} */
                                    kind?: "individual";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                };
                                share?: string;
                            } | {
                                /** @enum {string} */
                                kind: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                share?: string;
                            };
                            /** Format: date */
                            changedOn: string;
                        } | {
                            /** @enum {string} */
                            type: "divide_party";
                            /** @enum {string} */
                            role: "securedParty" | "debtor";
                            index: number;
                            into: ({
                                /** @enum {string} */
                                kind: "organization";
                                name?: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative: string;
                                parent?: {
                                    /** @enum {string} */
                                    kind?: "organization";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                    representative?: string;
                                };
                                owner?: {
                                    /** @enum {string} */
                                    kind?: "individual";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                };
                                share?: string;
                            } | {
                                /** @enum {string} */
                                kind: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                share?: string;
                            })[];
                            /** Format: date */
                            changedOn: string;
                        } | {
                            /** @enum {string} */
                            type: "transfer_asset";
                            index: number;
                            to: {
                                /** @enum {string} */
                                kind: "organization";
                                name?: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative: string;
                                parent?: {
                                    /** @enum {string} */
                                    kind?: "organization";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                    representative?: string;
                                };
                                owner?: {
                                    /** @enum {string} */
                                    kind?: "individual";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                };
                                share?: string;
                            } | {
                                /** @enum {string} */
                                kind: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                share?: string;
                            };
                            /** Format: date */
                            transferredOn: string;
                            description?: string;
                            items?: {
                                [key: string]: string | number | boolean;
                            }[];
                        } | {
                            /** @enum {string} */
                            type: "change_amount";
                            securedAmount: {
                                currency: string;
                                amount: string;
                            };
                        } | {
                            /** @enum {string} */
                            type: "rank_note";
                            text: string;
                        } | {
                            /** @enum {string} */
                            type: "correction";
                            statement?: string;
                            party?: {
                                /** @enum {string} */
                                role: "securedParty" | "debtor";
                                index: number;
                                party: {
                                    /** @enum {string} */
                                    kind: "organization";
                                    name?: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                    representative: string;
                                    parent?: {
                                        /** @enum {string} */
                                        kind?: "organization";
                                        name: string;
                                        identifier: {
                                            scheme: string;
                                            value: string;
                                            country?: string;
                                        };
                                        address?: {
                                            country: string;
                                            division?: string;
                                            line: string;
                                        };
                                        representative?: string;
                                    };
                                    owner?: {
                                        /** @enum {string} */
                                        kind?: "individual";
                                        name: string;
                                        identifier: {
                                            scheme: string;
                                            value: string;
                                            country?: string;
                                        };
                                        address?: {
                                            country: string;
                                            division?: string;
                                            line: string;
                                        };
                                    };
                                    share?: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "individual";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                    share?: string;
                                };
                            };
                            terms?: {
                                securedAmount?: {
                                    currency: string;
                                    amount: string;
                                };
                                maximumAmountSecurity?: boolean;
                                ceiling?: {
                                    currency: string;
                                    amount: string;
                                };
                                scope?: string;
                                negativePledge?: boolean;
                                purchaseMoney?: {
                                    /** Format: date */
                                    deliveredOn: string;
                                };
                                contracts?: {
                                    number: string;
                                    name?: string;
                                    /** Format: date */
                                    date?: string;
                                }[];
                                filerReference?: string;
                                attachments?: {
                                    sha256: string;
                                    name?: string;
                                }[];
                            };
                            item?: {
                                was: {
                                    [key: string]: string | number | boolean;
                                };
                                is: {
                                    [key: string]: string | number | boolean;
                                };
                            };
                            description?: {
                                part: number;
                                is: string;
                            };
                        })[];
                        document: {
                            issuer: string;
                            number: string;
                            /** Format: date */
                            issuedOn: string;
                        };
                        applicant: string;
                        statement?: string;
                        /** @description At least one: the document that the act rests on. Without it: document_not_attached */
                        attachments?: {
                            sha256: string;
                            name?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            registrationNumber: string;
                            filingNumber: string;
                            sequence: number;
                            filedAt: string;
                            verificationCode: string;
                            links: {
                                registration: string;
                                certificate: string;
                                verification: string;
                            };
                            decision: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            decision: string;
                            /** @enum {string} */
                            kind: "revocation" | "correction" | "reinstatement" | "destruction" | "search_destruction";
                            registrationNumber: string | null;
                            /** @enum {string} */
                            status: "proposed" | "approved" | "carried_out" | "rejected" | "over";
                            proposedAt: string;
                            endsAt: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{registrationNumber}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the register’s own error right */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    registrationNumber: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        statement: string;
                        changes: ({
                            /** @enum {string} */
                            type: "add_collateral";
                            description?: string;
                            items?: {
                                [key: string]: string | number | boolean;
                            }[];
                        } | {
                            /** @enum {string} */
                            type: "release_collateral";
                            description?: string;
                            items?: {
                                [key: string]: string | number | boolean;
                            }[];
                        } | {
                            /** @enum {string} */
                            type: "add_debtor";
                            party: {
                                /** @enum {string} */
                                kind: "organization";
                                name?: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative: string;
                                parent?: {
                                    /** @enum {string} */
                                    kind?: "organization";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                    representative?: string;
                                };
                                owner?: {
                                    /** @enum {string} */
                                    kind?: "individual";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                };
                                share?: string;
                            } | {
                                /** @enum {string} */
                                kind: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                share?: string;
                            };
                        } | {
                            /** @enum {string} */
                            type: "release_debtor";
                            index: number;
                        } | {
                            /** @enum {string} */
                            type: "rename_party";
                            /** @enum {string} */
                            role: "securedParty" | "debtor";
                            index: number;
                            name?: string;
                            identifier?: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                            /** Format: date */
                            changedOn: string;
                        } | {
                            /** @enum {string} */
                            type: "transfer_secured_party";
                            index: number;
                            to: {
                                /** @enum {string} */
                                kind: "organization";
                                name?: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative: string;
                                parent?: {
                                    /** @enum {string} */
                                    kind?: "organization";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                    representative?: string;
                                };
                                owner?: {
                                    /** @enum {string} */
                                    kind?: "individual";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                };
                                share?: string;
                            } | {
                                /** @enum {string} */
                                kind: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                share?: string;
                            };
                            toAccount?: string;
                        } | {
                            /** @enum {string} */
                            type: "merge_parties";
                            /** @enum {string} */
                            role: "securedParty" | "debtor";
                            indexes: number[];
                            into: {
                                /** @enum {string} */
                                kind: "organization";
                                name?: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative: string;
                                parent?: {
                                    /** @enum {string} */
                                    kind?: "organization";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                    representative?: string;
                                };
                                owner?: {
                                    /** @enum {string} */
                                    kind?: "individual";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                };
                                share?: string;
                            } | {
                                /** @enum {string} */
                                kind: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                share?: string;
                            };
                            /** Format: date */
                            changedOn: string;
                        } | {
                            /** @enum {string} */
                            type: "divide_party";
                            /** @enum {string} */
                            role: "securedParty" | "debtor";
                            index: number;
                            into: ({
                                /** @enum {string} */
                                kind: "organization";
                                name?: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative: string;
                                parent?: {
                                    /** @enum {string} */
                                    kind?: "organization";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                    representative?: string;
                                };
                                owner?: {
                                    /** @enum {string} */
                                    kind?: "individual";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                };
                                share?: string;
                            } | {
                                /** @enum {string} */
                                kind: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                share?: string;
                            })[];
                            /** Format: date */
                            changedOn: string;
                        } | {
                            /** @enum {string} */
                            type: "transfer_asset";
                            index: number;
                            to: {
                                /** @enum {string} */
                                kind: "organization";
                                name?: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                representative: string;
                                parent?: {
                                    /** @enum {string} */
                                    kind?: "organization";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                    representative?: string;
                                };
                                owner?: {
                                    /** @enum {string} */
                                    kind?: "individual";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address?: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                };
                                share?: string;
                            } | {
                                /** @enum {string} */
                                kind: "individual";
                                name: string;
                                identifier: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                address: {
                                    country: string;
                                    division?: string;
                                    line: string;
                                };
                                share?: string;
                            };
                            /** Format: date */
                            transferredOn: string;
                            description?: string;
                            items?: {
                                [key: string]: string | number | boolean;
                            }[];
                        } | {
                            /** @enum {string} */
                            type: "change_amount";
                            securedAmount: {
                                currency: string;
                                amount: string;
                            };
                        } | {
                            /** @enum {string} */
                            type: "rank_note";
                            text: string;
                        } | {
                            /** @enum {string} */
                            type: "correction";
                            statement?: string;
                            party?: {
                                /** @enum {string} */
                                role: "securedParty" | "debtor";
                                index: number;
                                party: {
                                    /** @enum {string} */
                                    kind: "organization";
                                    name?: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                    representative: string;
                                    parent?: {
                                        /** @enum {string} */
                                        kind?: "organization";
                                        name: string;
                                        identifier: {
                                            scheme: string;
                                            value: string;
                                            country?: string;
                                        };
                                        address?: {
                                            country: string;
                                            division?: string;
                                            line: string;
                                        };
                                        representative?: string;
                                    };
                                    owner?: {
                                        /** @enum {string} */
                                        kind?: "individual";
                                        name: string;
                                        identifier: {
                                            scheme: string;
                                            value: string;
                                            country?: string;
                                        };
                                        address?: {
                                            country: string;
                                            division?: string;
                                            line: string;
                                        };
                                    };
                                    share?: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "individual";
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                    address: {
                                        country: string;
                                        division?: string;
                                        line: string;
                                    };
                                    share?: string;
                                };
                            };
                            terms?: {
                                securedAmount?: {
                                    currency: string;
                                    amount: string;
                                };
                                maximumAmountSecurity?: boolean;
                                ceiling?: {
                                    currency: string;
                                    amount: string;
                                };
                                scope?: string;
                                negativePledge?: boolean;
                                purchaseMoney?: {
                                    /** Format: date */
                                    deliveredOn: string;
                                };
                                contracts?: {
                                    number: string;
                                    name?: string;
                                    /** Format: date */
                                    date?: string;
                                }[];
                                filerReference?: string;
                                attachments?: {
                                    sha256: string;
                                    name?: string;
                                }[];
                            };
                            item?: {
                                was: {
                                    [key: string]: string | number | boolean;
                                };
                                is: {
                                    [key: string]: string | number | boolean;
                                };
                            };
                            description?: {
                                part: number;
                                is: string;
                            };
                        })[];
                        document?: {
                            issuer: string;
                            number: string;
                            /** Format: date */
                            issuedOn: string;
                        };
                        /** @description At least one: the document that the act rests on. Without it: document_not_attached */
                        attachments?: {
                            sha256: string;
                            name?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            registrationNumber: string;
                            filingNumber: string;
                            sequence: number;
                            filedAt: string;
                            verificationCode: string;
                            links: {
                                registration: string;
                                certificate: string;
                                verification: string;
                            };
                            decision: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            decision: string;
                            /** @enum {string} */
                            kind: "revocation" | "correction" | "reinstatement" | "destruction" | "search_destruction";
                            registrationNumber: string | null;
                            /** @enum {string} */
                            status: "proposed" | "approved" | "carried_out" | "rejected" | "over";
                            proposedAt: string;
                            endsAt: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{registrationNumber}/reinstatements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a registration back in effect that was discharged or revoked wrongly */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    registrationNumber: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        reason: "own_error" | "wrongful_discharge" | "reversed_judgment";
                        statement: string;
                        document?: {
                            issuer: string;
                            number: string;
                            /** Format: date */
                            issuedOn: string;
                        };
                        /** @description At least one: the document that the act rests on. Without it: document_not_attached */
                        attachments?: {
                            sha256: string;
                            name?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            registrationNumber: string;
                            filingNumber: string;
                            sequence: number;
                            filedAt: string;
                            verificationCode: string;
                            links: {
                                registration: string;
                                certificate: string;
                                verification: string;
                            };
                            decision: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            decision: string;
                            /** @enum {string} */
                            kind: "revocation" | "correction" | "reinstatement" | "destruction" | "search_destruction";
                            registrationNumber: string | null;
                            /** @enum {string} */
                            status: "proposed" | "approved" | "carried_out" | "rejected" | "over";
                            proposedAt: string;
                            endsAt: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/{decision}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve: with the second approval it is filed, or destroyed, at once */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    decision: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            decision: string;
                            /** @enum {string} */
                            kind: "revocation" | "correction" | "reinstatement" | "destruction" | "search_destruction";
                            registrationNumber: string | null;
                            /** @enum {string} */
                            status: "proposed" | "approved" | "carried_out" | "rejected" | "over";
                            proposedAt: string;
                            endsAt: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            registrationNumber: string;
                            filingNumber: string;
                            sequence: number;
                            filedAt: string;
                            verificationCode: string;
                            links: {
                                registration: string;
                                certificate: string;
                                verification: string;
                            };
                            decision: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            decision: string;
                            /** @enum {string} */
                            kind: "revocation" | "correction" | "reinstatement" | "destruction" | "search_destruction";
                            registrationNumber: string | null;
                            /** @enum {string} */
                            status: "proposed" | "approved" | "carried_out" | "rejected" | "over";
                            proposedAt: string;
                            endsAt: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/{decision}/rejections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject as the second person */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    decision: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            registrationNumber: string;
                            filingNumber: string;
                            sequence: number;
                            filedAt: string;
                            verificationCode: string;
                            links: {
                                registration: string;
                                certificate: string;
                                verification: string;
                            };
                            decision: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            decision: string;
                            /** @enum {string} */
                            kind: "revocation" | "correction" | "reinstatement" | "destruction" | "search_destruction";
                            registrationNumber: string | null;
                            /** @enum {string} */
                            status: "proposed" | "approved" | "carried_out" | "rejected" | "over";
                            proposedAt: string;
                            endsAt: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Decisions, newest first */
        get: {
            parameters: {
                query?: {
                    waiting?: boolean;
                    before?: string;
                    limit?: number;
                    lang?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            decisions: ({
                                decision: string;
                                /** @enum {string} */
                                kind: "revocation" | "correction" | "reinstatement" | "destruction" | "search_destruction";
                                registrationNumber: string | null;
                                /** @enum {string} */
                                status: "proposed" | "approved" | "carried_out" | "rejected" | "over";
                                proposedAt: string;
                                endsAt: string;
                            } & {
                                [key: string]: unknown;
                            })[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/{decision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A decision and its votes */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    decision: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            decision: string;
                            /** @enum {string} */
                            kind: "revocation" | "correction" | "reinstatement" | "destruction" | "search_destruction";
                            registrationNumber: string | null;
                            /** @enum {string} */
                            status: "proposed" | "approved" | "carried_out" | "rejected" | "over";
                            proposedAt: string;
                            endsAt: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{registrationNumber}/code-replacements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a new modification code in place of a lost one */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    registrationNumber: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            codeReplacement: string;
                            registrationNumber: string;
                            /** @enum {string} */
                            status: "requested" | "waiting" | "ready" | "collected" | "cancelled";
                            reason: string;
                            requestedBy: string;
                            requestedAt: string;
                            approvedBy?: string;
                            approvedAt: string | null;
                            readyAt: string | null;
                            endedAt: string | null;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code-replacements/{id}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new modification code: approve as the second person */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            codeReplacement: string;
                            registrationNumber: string;
                            /** @enum {string} */
                            status: "requested" | "waiting" | "ready" | "collected" | "cancelled";
                            reason: string;
                            requestedBy: string;
                            requestedAt: string;
                            approvedBy?: string;
                            approvedAt: string | null;
                            readyAt: string | null;
                            endedAt: string | null;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code-replacements/{id}/cancellations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new modification code: stop it */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            codeReplacement: string;
                            registrationNumber: string;
                            /** @enum {string} */
                            status: "requested" | "waiting" | "ready" | "collected" | "cancelled";
                            reason: string;
                            requestedBy: string;
                            requestedAt: string;
                            approvedBy?: string;
                            approvedAt: string | null;
                            readyAt: string | null;
                            endedAt: string | null;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code-replacements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A request for a new modification code */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            codeReplacement: string;
                            registrationNumber: string;
                            /** @enum {string} */
                            status: "requested" | "waiting" | "ready" | "collected" | "cancelled";
                            reason: string;
                            requestedBy: string;
                            requestedAt: string;
                            approvedBy?: string;
                            approvedAt: string | null;
                            readyAt: string | null;
                            endedAt: string | null;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{registrationNumber}/modification-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Collect the modification code: after a transfer, or when a new one is ready */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    registrationNumber: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            registrationNumber: string;
                            modificationCode: string;
                            issuedAt: string;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{filingNumber}/attachments/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An attachment of a filing, as it was uploaded */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    filingNumber: string;
                    sha256: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                        "image/jpeg": string;
                        "image/png": string;
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Registrations whose retention is over, and the legal holds that stand */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    limit?: number;
                    lang?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            due: {
                                registrationNumber: string;
                                endedOn: string;
                                keptUntil: string;
                                held: boolean;
                                decision: string | null;
                                approvals: number;
                            }[];
                            holds: {
                                legalHold: string;
                                registrationNumber: string;
                                reason: string | null;
                                document: string | null;
                                placedBy: string;
                                placedAt: string;
                                liftedAt: string | null;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{registrationNumber}/legal-holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Place a legal hold: the registration is not destroyed while it stands */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    registrationNumber: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                        document?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            legalHold: string;
                            registrationNumber: string;
                            reason: string | null;
                            document: string | null;
                            placedBy: string;
                            placedAt: string;
                            liftedAt: string | null;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{registrationNumber}/legal-holds/{legalHold}/liftings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lift a legal hold */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    registrationNumber: string;
                    legalHold: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            legalHold: string;
                            registrationNumber: string;
                            reason: string | null;
                            document: string | null;
                            placedBy: string;
                            placedAt: string;
                            liftedAt: string | null;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The searches that the caller made, newest first */
        get: {
            parameters: {
                query?: {
                    purpose?: "before_transaction" | "during_transaction" | "after_transaction" | "insolvency" | "dispute" | "other_lawful";
                    found?: boolean;
                    searchedFrom?: string;
                    searchedTo?: string;
                    before?: string;
                    limit?: number;
                    lang?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            searches: {
                                searchNumber: string;
                                searchedAt: string;
                                query: {
                                    by: string;
                                } & {
                                    [key: string]: unknown;
                                };
                                purpose: string;
                                asOf: {
                                    sequence: number;
                                    time: string;
                                };
                                matchCount: number;
                                links: {
                                    self: string;
                                };
                            }[];
                            next?: string;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Search the register */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        by: "organizationName";
                        name: string;
                        identifier?: {
                            scheme: string;
                            value: string;
                            country?: string;
                        };
                        /** @enum {string} */
                        purpose: "before_transaction" | "during_transaction" | "after_transaction" | "insolvency" | "dispute" | "other_lawful";
                        asOf?: {
                            sequence?: number;
                            /** Format: date-time */
                            time?: string;
                        };
                        limit?: number;
                        /** @enum {string} */
                        nearMatches?: "always" | "when_nothing_found" | "never";
                    } | {
                        /** @enum {string} */
                        by: "organizationIdentifier";
                        scheme: string;
                        value: string;
                        country?: string;
                        /** @enum {string} */
                        purpose: "before_transaction" | "during_transaction" | "after_transaction" | "insolvency" | "dispute" | "other_lawful";
                        asOf?: {
                            sequence?: number;
                            /** Format: date-time */
                            time?: string;
                        };
                        limit?: number;
                        /** @enum {string} */
                        nearMatches?: "always" | "when_nothing_found" | "never";
                    } | {
                        /** @enum {string} */
                        by: "individualId";
                        scheme: string;
                        value: string;
                        country?: string;
                        /** @enum {string} */
                        purpose: "before_transaction" | "during_transaction" | "after_transaction" | "insolvency" | "dispute" | "other_lawful";
                        asOf?: {
                            sequence?: number;
                            /** Format: date-time */
                            time?: string;
                        };
                        limit?: number;
                        /** @enum {string} */
                        nearMatches?: "always" | "when_nothing_found" | "never";
                    } | {
                        /** @enum {string} */
                        by: "registrationNumber";
                        value: string;
                        /** @enum {string} */
                        purpose: "before_transaction" | "during_transaction" | "after_transaction" | "insolvency" | "dispute" | "other_lawful";
                        asOf?: {
                            sequence?: number;
                            /** Format: date-time */
                            time?: string;
                        };
                        limit?: number;
                        /** @enum {string} */
                        nearMatches?: "always" | "when_nothing_found" | "never";
                    } | {
                        /** @enum {string} */
                        by: "assetIdentifier";
                        value: string;
                        /** @enum {string} */
                        purpose: "before_transaction" | "during_transaction" | "after_transaction" | "insolvency" | "dispute" | "other_lawful";
                        asOf?: {
                            sequence?: number;
                            /** Format: date-time */
                            time?: string;
                        };
                        limit?: number;
                        /** @enum {string} */
                        nearMatches?: "always" | "when_nothing_found" | "never";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            searchNumber: string;
                            verificationCode: string;
                            searchLogic: string;
                            searchedAt: string;
                            query: {
                                by: string;
                            } & {
                                [key: string]: unknown;
                            };
                            purpose: string;
                            asOf: {
                                sequence: number;
                                time: string;
                            };
                            repeats?: string;
                            matchCount: number;
                            viewCount?: number;
                            matches: {
                                registrationNumber: string;
                                rank: number;
                                securityType: string;
                                securedParties: {
                                    kind: string;
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                }[];
                                debtors: {
                                    kind: string;
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                }[];
                                collateralSummary: string;
                                filedAt: string;
                                sequence: number;
                                expiresOn: string;
                                matchedBy: string[];
                                openObjections: number;
                            }[];
                            destroyedMatches?: string[];
                            /** @enum {string} */
                            nearMatchesState: "computed" | "behind" | "unavailable" | "not_asked";
                            nearMatches: {
                                by: string;
                                name?: string;
                                value?: string;
                                identifier?: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                reasons: {
                                    code: string;
                                    message: string;
                                    searched?: string;
                                    registered?: string;
                                }[];
                                inEffect: number;
                                inEffectMore?: boolean;
                                foundAs: string[];
                                score: number;
                            }[];
                            links: {
                                self: string;
                                certificate: string;
                                verification: string;
                                next?: string;
                                difference?: string;
                                nearMatches: string;
                            };
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/searches/{searchNumber}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A search that was made: the same facts forever */
        get: {
            parameters: {
                query?: {
                    securityType?: "chattel_mortgage" | "receivables_pledge" | "document_pledge" | "finance_lease" | "factoring" | "retention_of_title" | "other";
                    filedFrom?: string;
                    filedTo?: string;
                    sort?: "rank" | "newest" | "expiry";
                    limit?: number;
                    after?: number;
                    lang?: string;
                };
                header?: never;
                path: {
                    searchNumber: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            searchNumber: string;
                            verificationCode: string;
                            searchLogic: string;
                            searchedAt: string;
                            query: {
                                by: string;
                            } & {
                                [key: string]: unknown;
                            };
                            purpose: string;
                            asOf: {
                                sequence: number;
                                time: string;
                            };
                            repeats?: string;
                            matchCount: number;
                            viewCount?: number;
                            matches: {
                                registrationNumber: string;
                                rank: number;
                                securityType: string;
                                securedParties: {
                                    kind: string;
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                }[];
                                debtors: {
                                    kind: string;
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                }[];
                                collateralSummary: string;
                                filedAt: string;
                                sequence: number;
                                expiresOn: string;
                                matchedBy: string[];
                                openObjections: number;
                            }[];
                            destroyedMatches?: string[];
                            /** @enum {string} */
                            nearMatchesState: "computed" | "behind" | "unavailable" | "not_asked";
                            nearMatches: {
                                by: string;
                                name?: string;
                                value?: string;
                                identifier?: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                reasons: {
                                    code: string;
                                    message: string;
                                    searched?: string;
                                    registered?: string;
                                }[];
                                inEffect: number;
                                inEffectMore?: boolean;
                                foundAs: string[];
                                score: number;
                            }[];
                            links: {
                                self: string;
                                certificate: string;
                                verification: string;
                                next?: string;
                                difference?: string;
                                nearMatches: string;
                            };
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lists that the caller had searched, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description the number of the last one of the page before */
                    before?: string;
                    limit?: number;
                    lang?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bulkSearches: {
                                bulkSearchNumber: string;
                                /** @enum {string} */
                                state: "waiting" | "running" | "ended" | "cancelled" | "timed_out";
                                purpose: string;
                                searchLogic: string;
                                createdAt: string;
                                endedAt?: string;
                                asOf?: {
                                    sequence: number;
                                    time: string;
                                };
                                total: number;
                                done: number;
                                found: number;
                                nothingFound: number;
                                refused: number;
                                callback?: {
                                    url: string;
                                    /** @enum {string} */
                                    state: "not_due" | "waiting" | "delivered" | "given_up";
                                    tries: number;
                                    nextAt?: string;
                                    lastFailure?: string;
                                };
                                callbackSecret?: string;
                                links: {
                                    self: string;
                                    results: string;
                                    resultsCsv: string;
                                    cancellations: string;
                                    resumptions: string;
                                };
                            }[];
                            next?: string;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Search a list of debtors as one job
         * @description A JSON body; or a list (CSV, XLSX, a JSON object a line) as the body itself with `?purpose=` and `&callbackUrl=`; or a form with the fields `purpose`, `callbackUrl` and `list` (a file or text). At most 10,000 lines and 5 MiB. Each line becomes a certified search with its own number, all of them as of one moment; a line that cannot be searched is refused by itself. With `callbackUrl` the end is posted there, signed with `callbackSecret`, which this answer alone holds.
         */
        post: {
            parameters: {
                query?: {
                    purpose?: string;
                    callbackUrl?: string;
                    lang?: string;
                };
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        purpose: "before_transaction" | "during_transaction" | "after_transaction" | "insolvency" | "dispute" | "other_lawful";
                        searches: {
                            [key: string]: unknown;
                        }[];
                        callbackUrl?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bulkSearchNumber: string;
                            /** @enum {string} */
                            state: "waiting" | "running" | "ended" | "cancelled" | "timed_out";
                            purpose: string;
                            searchLogic: string;
                            createdAt: string;
                            endedAt?: string;
                            asOf?: {
                                sequence: number;
                                time: string;
                            };
                            total: number;
                            done: number;
                            found: number;
                            nothingFound: number;
                            refused: number;
                            callback?: {
                                url: string;
                                /** @enum {string} */
                                state: "not_due" | "waiting" | "delivered" | "given_up";
                                tries: number;
                                nextAt?: string;
                                lastFailure?: string;
                            };
                            callbackSecret?: string;
                            links: {
                                self: string;
                                results: string;
                                resultsCsv: string;
                                cancellations: string;
                                resumptions: string;
                            };
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-searches/template.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A list of debtors to fill in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Column names and two rows as examples */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-searches/{bulkSearchNumber}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a list has come; with waitSeconds the answer comes when it has ended, or after so long */
        get: {
            parameters: {
                query?: {
                    waitSeconds?: number;
                    lang?: string;
                };
                header?: never;
                path: {
                    bulkSearchNumber: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bulkSearchNumber: string;
                            /** @enum {string} */
                            state: "waiting" | "running" | "ended" | "cancelled" | "timed_out";
                            purpose: string;
                            searchLogic: string;
                            createdAt: string;
                            endedAt?: string;
                            asOf?: {
                                sequence: number;
                                time: string;
                            };
                            total: number;
                            done: number;
                            found: number;
                            nothingFound: number;
                            refused: number;
                            callback?: {
                                url: string;
                                /** @enum {string} */
                                state: "not_due" | "waiting" | "delivered" | "given_up";
                                tries: number;
                                nextAt?: string;
                                lastFailure?: string;
                            };
                            callbackSecret?: string;
                            links: {
                                self: string;
                                results: string;
                                resultsCsv: string;
                                cancellations: string;
                                resumptions: string;
                            };
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-searches/{bulkSearchNumber}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came of each line, in the order of the list, a page at a time */
        get: {
            parameters: {
                query?: {
                    state?: "found" | "nothing_found" | "refused" | "not_searched";
                    /** @description lines of the pages before */
                    after?: number;
                    limit?: number;
                    lang?: string;
                };
                header?: never;
                path: {
                    bulkSearchNumber: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bulkSearchNumber: string;
                            /** @enum {string} */
                            state: "waiting" | "running" | "ended" | "cancelled" | "timed_out";
                            results: {
                                line: number;
                                /** @enum {string} */
                                state: "found" | "nothing_found" | "refused" | "not_searched";
                                reference?: string;
                                query?: {
                                    by: string;
                                } & {
                                    [key: string]: unknown;
                                };
                                sameAsLine?: number;
                                matchCount?: number;
                                searchNumber?: string;
                                asOf?: {
                                    sequence: number;
                                    time: string;
                                };
                                links?: {
                                    search: string;
                                    certificate: string;
                                };
                                errors?: {
                                    code: string;
                                    pointer: string;
                                    message: string;
                                }[];
                            }[];
                            next?: string;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-searches/{bulkSearchNumber}/results.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came of each line, as CSV */
        get: {
            parameters: {
                query?: {
                    state?: "found" | "nothing_found" | "refused" | "not_searched";
                    lang?: string;
                };
                header?: never;
                path: {
                    bulkSearchNumber: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A line a line of the list */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-searches/{bulkSearchNumber}/cancellations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a list: what was searched stays */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    bulkSearchNumber: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bulkSearchNumber: string;
                            /** @enum {string} */
                            state: "waiting" | "running" | "ended" | "cancelled" | "timed_out";
                            purpose: string;
                            searchLogic: string;
                            createdAt: string;
                            endedAt?: string;
                            asOf?: {
                                sequence: number;
                                time: string;
                            };
                            total: number;
                            done: number;
                            found: number;
                            nothingFound: number;
                            refused: number;
                            callback?: {
                                url: string;
                                /** @enum {string} */
                                state: "not_due" | "waiting" | "delivered" | "given_up";
                                tries: number;
                                nextAt?: string;
                                lastFailure?: string;
                            };
                            callbackSecret?: string;
                            links: {
                                self: string;
                                results: string;
                                resultsCsv: string;
                                cancellations: string;
                                resumptions: string;
                            };
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-searches/{bulkSearchNumber}/resumptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on with a list that was stopped, as of the same moment, within a day of it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    bulkSearchNumber: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bulkSearchNumber: string;
                            /** @enum {string} */
                            state: "waiting" | "running" | "ended" | "cancelled" | "timed_out";
                            purpose: string;
                            searchLogic: string;
                            createdAt: string;
                            endedAt?: string;
                            asOf?: {
                                sequence: number;
                                time: string;
                            };
                            total: number;
                            done: number;
                            found: number;
                            nothingFound: number;
                            refused: number;
                            callback?: {
                                url: string;
                                /** @enum {string} */
                                state: "not_due" | "waiting" | "delivered" | "given_up";
                                tries: number;
                                nextAt?: string;
                                lastFailure?: string;
                            };
                            callbackSecret?: string;
                            links: {
                                self: string;
                                results: string;
                                resultsCsv: string;
                                cancellations: string;
                                resumptions: string;
                            };
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/searches/{searchNumber}/matches.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The matches of a search as CSV, all of them or a view */
        get: {
            parameters: {
                query?: {
                    securityType?: "chattel_mortgage" | "receivables_pledge" | "document_pledge" | "finance_lease" | "factoring" | "retention_of_title" | "other";
                    filedFrom?: string;
                    filedTo?: string;
                    sort?: "rank" | "newest" | "expiry";
                    lang?: string;
                };
                header?: never;
                path: {
                    searchNumber: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A line a match */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/searches/{searchNumber}/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is different since an earlier search of the same query */
        get: {
            parameters: {
                query: {
                    since: string;
                    limit?: number;
                    lang?: string;
                };
                header?: never;
                path: {
                    searchNumber: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            searchNumber: string;
                            asOf: {
                                sequence: number;
                                time: string;
                            };
                            searchLogic: string;
                            since: {
                                searchNumber: string;
                                asOf: {
                                    sequence: number;
                                    time: string;
                                };
                                searchLogic: string;
                            };
                            added: {
                                count: number;
                                matches: {
                                    registrationNumber: string;
                                    rank: number;
                                    securityType: string;
                                    securedParties: {
                                        kind: string;
                                        name: string;
                                        identifier: {
                                            scheme: string;
                                            value: string;
                                            country?: string;
                                        };
                                    }[];
                                    debtors: {
                                        kind: string;
                                        name: string;
                                        identifier: {
                                            scheme: string;
                                            value: string;
                                            country?: string;
                                        };
                                    }[];
                                    collateralSummary: string;
                                    filedAt: string;
                                    sequence: number;
                                    expiresOn: string;
                                    matchedBy: string[];
                                    openObjections: number;
                                }[];
                            };
                            gone: {
                                count: number;
                                matches: {
                                    registrationNumber: string;
                                    rank: number;
                                    securityType: string;
                                    securedParties: {
                                        kind: string;
                                        name: string;
                                        identifier: {
                                            scheme: string;
                                            value: string;
                                            country?: string;
                                        };
                                    }[];
                                    debtors: {
                                        kind: string;
                                        name: string;
                                        identifier: {
                                            scheme: string;
                                            value: string;
                                            country?: string;
                                        };
                                    }[];
                                    collateralSummary: string;
                                    filedAt: string;
                                    sequence: number;
                                    expiresOn: string;
                                    matchedBy: string[];
                                    openObjections: number;
                                }[];
                            };
                            changed: {
                                count: number;
                                matches: {
                                    registrationNumber: string;
                                    rank: number;
                                    securityType: string;
                                    securedParties: {
                                        kind: string;
                                        name: string;
                                        identifier: {
                                            scheme: string;
                                            value: string;
                                            country?: string;
                                        };
                                    }[];
                                    debtors: {
                                        kind: string;
                                        name: string;
                                        identifier: {
                                            scheme: string;
                                            value: string;
                                            country?: string;
                                        };
                                    }[];
                                    collateralSummary: string;
                                    filedAt: string;
                                    sequence: number;
                                    expiresOn: string;
                                    matchedBy: string[];
                                    openObjections: number;
                                }[];
                            };
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/searches/{searchNumber}/repeats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a search again, as of now, for the same purpose */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    searchNumber: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        limit?: number;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            searchNumber: string;
                            verificationCode: string;
                            searchLogic: string;
                            searchedAt: string;
                            query: {
                                by: string;
                            } & {
                                [key: string]: unknown;
                            };
                            purpose: string;
                            asOf: {
                                sequence: number;
                                time: string;
                            };
                            repeats?: string;
                            matchCount: number;
                            viewCount?: number;
                            matches: {
                                registrationNumber: string;
                                rank: number;
                                securityType: string;
                                securedParties: {
                                    kind: string;
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                }[];
                                debtors: {
                                    kind: string;
                                    name: string;
                                    identifier: {
                                        scheme: string;
                                        value: string;
                                        country?: string;
                                    };
                                }[];
                                collateralSummary: string;
                                filedAt: string;
                                sequence: number;
                                expiresOn: string;
                                matchedBy: string[];
                                openObjections: number;
                            }[];
                            destroyedMatches?: string[];
                            /** @enum {string} */
                            nearMatchesState: "computed" | "behind" | "unavailable" | "not_asked";
                            nearMatches: {
                                by: string;
                                name?: string;
                                value?: string;
                                identifier?: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                reasons: {
                                    code: string;
                                    message: string;
                                    searched?: string;
                                    registered?: string;
                                }[];
                                inEffect: number;
                                inEffectMore?: boolean;
                                foundAs: string[];
                                score: number;
                            }[];
                            links: {
                                self: string;
                                certificate: string;
                                verification: string;
                                next?: string;
                                difference?: string;
                                nearMatches: string;
                            };
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search-logic/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A published version of the search logic: steps, words, character tables, cases. Public */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    version: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: string;
                            since: string;
                            answers: boolean;
                            introduction: {
                                zh: string;
                                en: string;
                            };
                            firstOfAll: {
                                zh: string;
                                en: string;
                            };
                            ways: {
                                way: string;
                                title: {
                                    zh: string;
                                    en: string;
                                };
                                steps: {
                                    step: string;
                                    title: {
                                        zh: string;
                                        en: string;
                                    };
                                    explanation: {
                                        zh: string;
                                        en: string;
                                    };
                                }[];
                            }[];
                            noiseWords: {
                                leading: string[];
                                ending: string[];
                            };
                            numbers: {
                                zh: string;
                                en: string;
                            }[];
                            characters: {
                                class: string;
                                title: {
                                    zh: string;
                                    en: string;
                                };
                                ranges: string[][];
                            }[];
                            cases: {
                                number: number;
                                registered: string;
                                searched: string;
                                found: boolean;
                                why: {
                                    zh: string;
                                    en: string;
                                };
                                registeredKey: string;
                                searchedKey: string;
                            }[];
                            versions: {
                                zh: string;
                                en: string;
                            };
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search-logic/{version}/comparisons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Two names, step by step: whether a search of the one finds the other. Public; nothing is recorded */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    version: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        first: string;
                        second: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            searchLogic: string;
                            equal: boolean;
                            equalFrom?: string;
                            difference?: {
                                place: number;
                                first?: {
                                    character: string;
                                    code: string;
                                };
                                second?: {
                                    character: string;
                                    code: string;
                                };
                            };
                            first: {
                                name: string;
                                key: string;
                                way: string;
                                unseen: {
                                    place: number;
                                    code: string;
                                    name: {
                                        zh: string;
                                        en: string;
                                    };
                                }[];
                                steps: {
                                    step: string;
                                    title: {
                                        zh: string;
                                        en: string;
                                    };
                                    before: string;
                                    after: string;
                                }[];
                            };
                            second: {
                                name: string;
                                key: string;
                                way: string;
                                unseen: {
                                    place: number;
                                    code: string;
                                    name: {
                                        zh: string;
                                        en: string;
                                    };
                                }[];
                                steps: {
                                    step: string;
                                    title: {
                                        zh: string;
                                        en: string;
                                    };
                                    before: string;
                                    after: string;
                                }[];
                            };
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collateral-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Registrations whose collateral holds words of a text, newest first: for registrars and courts */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                        purpose?: string;
                        /** @enum {string} */
                        status?: "in_effect" | "discharged" | "revoked" | "expired";
                        /** @enum {string} */
                        securityType?: "chattel_mortgage" | "receivables_pledge" | "document_pledge" | "finance_lease" | "factoring" | "retention_of_title" | "other";
                        before?: number;
                        limit?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf: {
                                sequence: number;
                            };
                            filingsBehind: number;
                            registrations: {
                                sequence: number;
                                registrationNumber: string;
                                securityType: string;
                                /** @enum {string} */
                                status: "in_effect" | "discharged" | "revoked" | "expired";
                                securedParties: {
                                    [key: string]: unknown;
                                }[];
                                debtors: {
                                    [key: string]: unknown;
                                }[];
                                filedAt: string;
                                expiresOn: string;
                                excerpts: {
                                    text: string;
                                    found: boolean;
                                }[][];
                            }[];
                            before?: number;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/searches/{searchNumber}/near-matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Near matches beside an own search, as of now: an aid that no certificate covers */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    searchNumber: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            searchNumber: string;
                            asOf?: {
                                sequence: number;
                                time: string;
                            };
                            /** @enum {string} */
                            nearMatchesState: "computed" | "behind" | "unavailable" | "not_asked";
                            nearMatches: {
                                by: string;
                                name?: string;
                                value?: string;
                                identifier?: {
                                    scheme: string;
                                    value: string;
                                    country?: string;
                                };
                                reasons: {
                                    code: string;
                                    message: string;
                                    searched?: string;
                                    registered?: string;
                                }[];
                                inEffect: number;
                                inEffectMore?: boolean;
                                foundAs: string[];
                                score: number;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overlap-checks/template.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A list to fill in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Column names and two rows as examples */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overlap-checks/{checkNumber}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A list that was checked: the same facts forever, a part of its lines at a time */
        get: {
            parameters: {
                query?: {
                    grade?: "exact" | "similar" | "nothing" | "duplicate";
                    from?: number;
                    limit?: number;
                    lang?: string;
                };
                header?: never;
                path: {
                    checkNumber: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            checkNumber: string;
                            verificationCode: string;
                            checkedAt: string;
                            purpose: string;
                            asOf: {
                                sequence: number;
                                time: string;
                            };
                            searchLogic: string;
                            similarityRule: string;
                            similarAsOf: {
                                sequence: number;
                            };
                            similarComplete: boolean;
                            summary: {
                                lines: number;
                                exact: number;
                                similar: number;
                                nothing: number;
                                duplicates: number;
                            };
                            lines: {
                                line: number;
                                identifier?: string;
                                kind?: string;
                                description?: string;
                                debtorName?: string;
                                debtorIdentifier?: string;
                                reference?: string;
                                duplicateOf?: number;
                                /** @enum {string} */
                                grade: "exact" | "similar" | "nothing";
                                exact: {
                                    registrationNumber: string;
                                    sequence: number;
                                    securityType: string;
                                    securedParties: {
                                        kind: string;
                                        name: string;
                                        identifier: {
                                            scheme: string;
                                            value: string;
                                            country?: string;
                                        };
                                    }[];
                                    debtors: {
                                        kind: string;
                                        name: string;
                                        identifier: {
                                            scheme: string;
                                            value: string;
                                            country?: string;
                                        };
                                    }[];
                                    collateralSummary: string;
                                    filedAt: string;
                                    expiresOn: string;
                                    yours: boolean;
                                    rank: number;
                                    matchedKinds: string[];
                                    ranksFrom: {
                                        sequence: number;
                                        time: string;
                                    };
                                }[];
                                moreExact?: boolean;
                                destroyedHits?: number;
                                similar: {
                                    registrationNumber: string;
                                    sequence: number;
                                    securityType: string;
                                    securedParties: {
                                        kind: string;
                                        name: string;
                                        identifier: {
                                            scheme: string;
                                            value: string;
                                            country?: string;
                                        };
                                    }[];
                                    debtors: {
                                        kind: string;
                                        name: string;
                                        identifier: {
                                            scheme: string;
                                            value: string;
                                            country?: string;
                                        };
                                    }[];
                                    collateralSummary: string;
                                    filedAt: string;
                                    expiresOn: string;
                                    yours: boolean;
                                    share: number;
                                    text?: string;
                                }[];
                            }[];
                            next?: string;
                            links: {
                                self: string;
                                page: string;
                                report: string;
                                certificate: string;
                                verification: string;
                            };
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overlap-checks/{checkNumber}/report.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All lines of a check as CSV */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    checkNumber: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The report */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/searches-about-me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How often your account was searched for, by month and purpose; never by whom */
        get: {
            parameters: {
                query?: {
                    lang?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            until: string;
                            months: {
                                month: string;
                                isOver: boolean;
                                purposes: {
                                    before_transaction: {
                                        /** @enum {string} */
                                        is: "exactly" | "at_least" | "few";
                                        searches?: number;
                                    };
                                    during_transaction: {
                                        /** @enum {string} */
                                        is: "exactly" | "at_least" | "few";
                                        searches?: number;
                                    };
                                    after_transaction: {
                                        /** @enum {string} */
                                        is: "exactly" | "at_least" | "few";
                                        searches?: number;
                                    };
                                    insolvency: {
                                        /** @enum {string} */
                                        is: "exactly" | "at_least" | "few";
                                        searches?: number;
                                    };
                                    dispute: {
                                        /** @enum {string} */
                                        is: "exactly" | "at_least" | "few";
                                        searches?: number;
                                    };
                                    other_lawful: {
                                        /** @enum {string} */
                                        is: "exactly" | "at_least" | "few";
                                        searches?: number;
                                    };
                                };
                                total: {
                                    /** @enum {string} */
                                    is: "exactly" | "at_least" | "few";
                                    searches?: number;
                                };
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Searches of everybody, newest first: for registrars, who give a reason to read those of somebody */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason?: string;
                        searchNumber?: string;
                        /** Format: date */
                        searchedFrom?: string;
                        /** Format: date */
                        searchedTo?: string;
                        /** @enum {string} */
                        purpose?: "before_transaction" | "during_transaction" | "after_transaction" | "insolvency" | "dispute" | "other_lawful";
                        account?: string;
                        debtor?: {
                            /** @enum {string} */
                            by: "organizationName";
                            name: string;
                            identifier?: {
                                scheme: string;
                                value: string;
                                country?: string;
                            };
                        } | {
                            /** @enum {string} */
                            by: "organizationIdentifier";
                            scheme: string;
                            value: string;
                            country?: string;
                        } | {
                            /** @enum {string} */
                            by: "individualId";
                            scheme: string;
                            value: string;
                            country?: string;
                        };
                        before?: {
                            /** Format: date-time */
                            searchedAt: string;
                            searchNumber: string;
                        };
                        limit?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            searches: {
                                searchNumber: string;
                                searchedAt: string;
                                query: {
                                    by: string;
                                } & {
                                    [key: string]: unknown;
                                };
                                purpose: string;
                                matchCount: number;
                                asOfSequence: number;
                                account: {
                                    name: string;
                                    kind: string;
                                };
                                searcher: string;
                            }[];
                            followedUntil?: string;
                            before?: {
                                /** Format: date-time */
                                searchedAt: string;
                                searchNumber: string;
                            };
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{filingNumber}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The registration certificate of a filing */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    filingNumber: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The certificate as PDF */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Check a certificate by its number; with the printed code, its facts */
        get: {
            parameters: {
                query?: {
                    code?: string;
                    after?: number;
                    limit?: number;
                    lang?: string;
                };
                header?: never;
                path: {
                    number: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            genuine: boolean;
                            kind?: string;
                            issuedAt?: string;
                            sha256?: string;
                            facts?: unknown;
                            matchCount?: number;
                            next?: string;
                            destroyed?: boolean;
                            notIssued?: boolean;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overlap-checks/{checkNumber}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The certificate of a check of a list */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    checkNumber: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The certificate as PDF */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/searches/{searchNumber}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The certificate of a search; of very many matches in parts */
        get: {
            parameters: {
                query?: {
                    part?: number;
                    lang?: string;
                };
                header?: never;
                path: {
                    searchNumber: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The certificate as PDF; with several parts the one asked for, and Link headers to the others */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            state: "in_preparation";
                            partsDone: number;
                            parts: number;
                            links: {
                                self: string;
                                page: string;
                            };
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The head of the log, signed (C2SP tlog-checkpoint) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A signed note */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/tile/{*}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A tile of the log, or the entries under it (C2SP tlog-tiles): {L}/{N} or entries/{N}, with .p/{W} in part */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    "*": string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Hashes of 32 bytes, or entries each after its length in two bytes */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/log/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** That a filing stands in the log (sequence), or that the log of an earlier size is its beginning (first) */
        get: {
            parameters: {
                query?: {
                    sequence?: number;
                    first?: number;
                    size?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            sequence?: number;
                            index?: number;
                            entry?: string;
                            leafHash?: string;
                            firstSize?: number;
                            firstRootHash?: string;
                            treeSize: number;
                            rootHash: string;
                            proof: string[];
                            checkpoint?: string;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What your account is told, newest first; `next` is the path of the next page */
        get: {
            parameters: {
                query?: {
                    before?: number;
                    limit?: number;
                    unread?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            notices: {
                                notice: number;
                                kind: string;
                                message: string;
                                at: string;
                                read: boolean;
                                registrationNumber?: string;
                                filingNumber?: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                links: {
                                    registration?: string;
                                    certificate?: string;
                                };
                            }[];
                            next?: string;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/reads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that you have read every notice up to this one; your colleagues’ are their own */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        upTo: number;
                    };
                };
            };
            responses: {
                /** @description Noted */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload one file that a filing can name: PDF, JPEG or PNG, at most 20 MiB */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            sha256: string;
                            bytes: number;
                            /** @enum {string} */
                            mediaType: "application/pdf" | "image/jpeg" | "image/png";
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                408: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * File in bulk: a stream of lines, each filed and answered by itself
         * @description Each line is the body of POST /api/v1/registrations, or that of an act with `act` (amendment, renewal, discharge, objection, objection_withdrawal, case_acceptance), `registrationNumber` and, for what is done to an objection, `objection` beside its fields. At most 10,000 lines of 16 MiB and 256 MiB together. With an Idempotency-Key the same lines may be sent again: what was filed is answered as before, with `replayed`, and the rest is filed.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            /** @description NDJSON: one JSON object a line, in UTF-8 */
            requestBody: {
                content: {
                    "application/x-ndjson": string;
                };
            };
            responses: {
                /** @description NDJSON */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/x-ndjson": {
                            line?: number;
                            status?: number;
                            replayed?: boolean;
                            code?: string;
                            summary?: {
                                lines: number;
                                filed: number;
                                replayed: number;
                                refused: number;
                                failed: number;
                            };
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overlap-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a list of numbers or descriptions against what is registered
         * @description A JSON body `{purpose, lines}`, a file as the body itself with `?purpose=`, or a form with the fields `purpose` and `list` (a file or text). At most 10,000 lines and 5 MiB.
         */
        post: {
            parameters: {
                query?: {
                    purpose?: string;
                    limit?: number;
                    lang?: string;
                };
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        purpose: "before_transaction" | "during_transaction" | "after_transaction" | "insolvency" | "dispute" | "other_lawful";
                        lines: {
                            identifier?: string;
                            kind?: string;
                            description?: string;
                            debtorName?: string;
                            debtorIdentifier?: string;
                            reference?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            checkNumber: string;
                            verificationCode: string;
                            checkedAt: string;
                            purpose: string;
                            asOf: {
                                sequence: number;
                                time: string;
                            };
                            searchLogic: string;
                            similarityRule: string;
                            similarAsOf: {
                                sequence: number;
                            };
                            similarComplete: boolean;
                            summary: {
                                lines: number;
                                exact: number;
                                similar: number;
                                nothing: number;
                                duplicates: number;
                            };
                            lines: {
                                line: number;
                                identifier?: string;
                                kind?: string;
                                description?: string;
                                debtorName?: string;
                                debtorIdentifier?: string;
                                reference?: string;
                                duplicateOf?: number;
                                /** @enum {string} */
                                grade: "exact" | "similar" | "nothing";
                                exact: {
                                    registrationNumber: string;
                                    sequence: number;
                                    securityType: string;
                                    securedParties: {
                                        kind: string;
                                        name: string;
                                        identifier: {
                                            scheme: string;
                                            value: string;
                                            country?: string;
                                        };
                                    }[];
                                    debtors: {
                                        kind: string;
                                        name: string;
                                        identifier: {
                                            scheme: string;
                                            value: string;
                                            country?: string;
                                        };
                                    }[];
                                    collateralSummary: string;
                                    filedAt: string;
                                    expiresOn: string;
                                    yours: boolean;
                                    rank: number;
                                    matchedKinds: string[];
                                    ranksFrom: {
                                        sequence: number;
                                        time: string;
                                    };
                                }[];
                                moreExact?: boolean;
                                destroyedHits?: number;
                                similar: {
                                    registrationNumber: string;
                                    sequence: number;
                                    securityType: string;
                                    securedParties: {
                                        kind: string;
                                        name: string;
                                        identifier: {
                                            scheme: string;
                                            value: string;
                                            country?: string;
                                        };
                                    }[];
                                    debtors: {
                                        kind: string;
                                        name: string;
                                        identifier: {
                                            scheme: string;
                                            value: string;
                                            country?: string;
                                        };
                                    }[];
                                    collateralSummary: string;
                                    filedAt: string;
                                    expiresOn: string;
                                    yours: boolean;
                                    share: number;
                                    text?: string;
                                }[];
                            }[];
                            next?: string;
                            links: {
                                self: string;
                                page: string;
                                report: string;
                                certificate: string;
                                verification: string;
                            };
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail?: string;
                            errors?: {
                                pointer: string;
                                code: string;
                                message: string;
                                line?: number;
                                column?: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
