// SPDX-License-Identifier: Apache-2.0
// Made by `amends openapi | script/web api`; not written by hand.
/* eslint-disable */
export interface paths {
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_openapi_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch_api_v1_calendar"];
        trace?: never;
    };
    "/api/v1/calendar/closed-days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_calendar_closed_days"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_cases"];
        put?: never;
        post: operations["post_api_v1_cases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_cases__id_"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch_api_v1_cases__id_"];
        trace?: never;
    };
    "/api/v1/cases/{id}/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_cases__id__calls"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_cases__id__closure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put_api_v1_cases__id__draft"];
        post?: never;
        delete: operations["delete_api_v1_cases__id__draft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_cases__id__hand_over"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/handled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_cases__id__handled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/handover-draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_cases__id__handover_draft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/honest-dates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_cases__id__honest_dates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_cases__id__merge"];
        delete: operations["delete_api_v1_cases__id__merge"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_cases__id__messages"];
        put?: never;
        post: operations["post_api_v1_cases__id__messages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_cases__id__notes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/promises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_cases__id__promises"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_cases__id__reading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_cases__id__release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/relief": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_cases__id__relief"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/relief/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_cases__id__relief_decision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/reopening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_cases__id__reopening"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_cases__id__resolution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_cases__id__seen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/spam": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_cases__id__spam"];
        delete: operations["delete_api_v1_cases__id__spam"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_cases__id__take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/wait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_cases__id__wait"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/wait/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_cases__id__wait_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_channels"];
        put?: never;
        post: operations["post_api_v1_channels"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch_api_v1_channels__id_"];
        trace?: never;
    };
    "/api/v1/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_contact"];
        put?: never;
        post: operations["post_api_v1_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_customer__link_"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer/{link}/call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_customer__link__call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer/{link}/call-times": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_customer__link__call_times"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer/{link}/files/{handle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_customer__link__files__handle_"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer/{link}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_customer__link__messages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer/{link}/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_customer__link__mine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer/{link}/new-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_customer__link__new_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer/{link}/not-mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_customer__link__not_mine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer/{link}/solved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_customer__link__solved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer/{link}/unsolved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_customer__link__unsolved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer/{link}/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_customer__link__uploads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_desk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch_api_v1_desk"];
        trace?: never;
    };
    "/api/v1/figures/calibration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_figures_calibration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/figures/promises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_figures_promises"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/figures/promises/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_figures_promises_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guest/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_guest_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guest/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_guest_cases__id_"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guest/cases/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_guest_cases__id__messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_invitations__token_"];
        put?: never;
        post: operations["post_api_v1_invitations__token_"];
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
        get: operations["get_api_v1_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch_api_v1_me"];
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_me_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_me_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_me_second_factor_confirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/put-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_me_second_factor_put_off"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_messages__id__html"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_messages__id__move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/original": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_messages__id__original"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/recipients/{rid}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_messages__id__recipients__rid__decision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_messages__id__withdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_people__id_"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put_api_v1_presence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/promises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_promises"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/promises/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_promises_board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/promises/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_promises__id__confirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/promises/{id}/fulfilment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_promises__id__fulfilment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/promises/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_promises__id__move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/promises/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_promises__id__release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_queue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_queue_next"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rebalance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_rebalance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rebalance/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_rebalance_proposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reliefs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_reliefs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_api_v1_sessions__id_"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_setup"];
        put?: never;
        post: operations["post_api_v1_setup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_sign_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_signals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signals/{id}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_signals__id__explanation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signals/{id}/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_signals__id__own"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/silence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_silence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staffing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_staffing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_targets"];
        put?: never;
        post: operations["post_api_v1_targets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/targets/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_targets_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/targets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_api_v1_targets__id_"];
        options?: never;
        head?: never;
        patch: operations["patch_api_v1_targets__id_"];
        trace?: never;
    };
    "/api/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_teams"];
        put?: never;
        post: operations["post_api_v1_teams"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch_api_v1_teams__id_"];
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_tokens"];
        put?: never;
        post: operations["post_api_v1_tokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_api_v1_tokens__id_"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/triage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_triage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/triage/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_triage__id__decision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/triage/{id}/decision/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_triage__id__decision_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_uploads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_users"];
        put?: never;
        post: operations["post_api_v1_users"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch_api_v1_users__id_"];
        trace?: never;
    };
    "/api/v1/users/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_users__id__invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_users__id__leave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post_api_v1_users__id__reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patch_api_v1_users__id__work"];
        trace?: never;
    };
    "/api/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_views"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_workers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_v1_workload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/{handle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_files__handle_"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_healthz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/image-proxy/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_image_proxy__token_"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_readyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_api_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        CalibrationView: {
            nominal: number;
            /** Format: int64 */
            n: number;
            kept: number | null;
            limits: components["schemas"]["Limits"] | null;
            alarm: boolean;
            aimed_at: number;
            /** Format: int64 */
            undecided: number;
        };
        "CallWish.in": {
            reached: boolean;
            summary: string;
        };
        "Code.in": {
            code: string;
        };
        "Explanation.in": {
            text: string;
        };
        FileView: {
            /** Format: int64 */
            id: number;
            name: string;
            mime: string;
            /** Format: int64 */
            size: number;
            url: string;
        };
        HonestView: {
            /** Format: int64 */
            n: number;
            topic: string;
            type: string;
            half_at: number | null;
            eight_in_ten_at: number | null;
            nine_in_ten_at: number | null;
        };
        Limits: {
            lo: number;
            hi: number;
        };
        NextCase: {
            case: components["schemas"]["cases.CaseView"];
            place: components["schemas"]["queue.QueuePlace"];
        };
        OpeningHours: {
            /** Format: int64 */
            weekday: number;
            /** Format: int64 */
            opens_minute: number;
            /** Format: int64 */
            closes_minute: number;
        };
        "OpeningHours.in": {
            /** Format: int64 */
            weekday: number;
            /** Format: int64 */
            opens_minute: number;
            /** Format: int64 */
            closes_minute: number;
        };
        ReadWords: {
            promise: components["schemas"]["reply.SaidPromise"] | null;
            honest: components["schemas"]["HonestView"];
        };
        Sent: {
            message: components["schemas"]["cases.MessageView"];
            case: components["schemas"]["cases.CaseView"];
        };
        "SetUp.in": {
            token?: string | null;
            desk_name: string;
            address: string;
            language: string;
            zone: string;
            name: string;
            email: string;
            password: string;
        };
        SetUpState: {
            needed: boolean;
            token_needed: boolean;
        };
        SignedIn: {
            me: components["schemas"]["staff.Me"] | null;
            /** @enum {string} */
            second_factor: "done" | "code_needed" | "setup_needed" | "put_off";
        };
        "WordsToRead.in": {
            text: string;
        };
        "board.Board": {
            columns: components["schemas"]["board.BoardColumn"][];
        };
        "board.BoardColumn": {
            /** @enum {string} */
            name: "late" | "soon" | "today" | "week" | "kept";
            /** Format: int64 */
            total: number;
            items: components["schemas"]["board.Card"][];
        };
        "board.Card": {
            /** Format: int64 */
            id: number;
            /** @enum {string} */
            kind: "outcome" | "update" | "appointment";
            /** @enum {string} */
            side: "us" | "customer" | "partner";
            text: string | null;
            case: components["schemas"]["board.CardCase"];
            person: components["schemas"]["board.CardPerson"];
            /** Format: int64 */
            due_at: number;
            /** Format: int64 */
            original_due_at: number;
            keeper: components["schemas"]["cases.Who"] | null;
            /** @enum {string} */
            state: "open" | "kept" | "broken" | "moved" | "released";
            ended_at: number | null;
        };
        "board.CardCase": {
            /** Format: int64 */
            id: number;
            ref: string;
            subject: string;
            /** @enum {string} */
            status: "queued" | "open" | "waiting" | "resolved" | "final_response" | "closed" | "closed_unrecovered" | "merged" | "spam";
        };
        "board.CardList": {
            items: components["schemas"]["board.Card"][];
            next: string | null;
        };
        "board.CardPerson": {
            /** Format: int64 */
            id: number;
            name: string;
        };
        "brand.CalendarView": {
            known_sets: string[];
            holiday_sets: string[];
            holidays: components["schemas"]["brand.HolidayView"][];
            worked_days: components["schemas"]["brand.ClosedDay"][];
            quiet_hours: components["schemas"]["brand.QuietHours"];
        };
        "brand.ChangeBrand.in": {
            name?: string | null;
            prefix?: string | null;
            language?: string | null;
            zone?: string | null;
            sender_name?: string | null;
            signature?: string | null;
            public_address?: string | null;
            opening_hours?: components["schemas"]["OpeningHours.in"][] | null;
            closed_days?: components["schemas"]["brand.ClosedDay.in"][] | null;
            reopen_days?: number | null;
            undo_seconds?: number | null;
            first_update?: string | null;
            pull_by_minutes?: number | null;
            away_minutes?: number | null;
        };
        "brand.ChangeCalendar.in": {
            holiday_sets?: string[] | null;
            worked_days?: components["schemas"]["brand.ClosedDay.in"][] | null;
            quiet_hours?: components["schemas"]["brand.QuietHours.in"] | null;
        };
        "brand.ClosedDay": {
            day: string;
            name: string;
        };
        "brand.ClosedDay.in": {
            day: string;
            name: string;
        };
        "brand.DeskView": {
            name: string;
            prefix: string;
            language: string;
            zone: string;
            sender_name: string;
            signature: string;
            public_address: string;
            opening_hours: components["schemas"]["OpeningHours"][];
            closed_days: components["schemas"]["brand.ClosedDay"][];
            /** Format: int64 */
            reopen_days: number;
            /** Format: int64 */
            undo_seconds: number;
            first_update: string;
            /** Format: int64 */
            pull_by_minutes: number;
            /** Format: int64 */
            away_minutes: number;
        };
        "brand.HolidayView": {
            day: string;
            name: string;
            holiday_set: string;
            predicted: boolean;
            worked: boolean;
        };
        "brand.ImportWish.in": {
            icalendar: string;
        };
        "brand.Imported": {
            /** Format: int64 */
            added: number;
            /** Format: int64 */
            left_out: number;
            closed_days: components["schemas"]["brand.ClosedDay"][];
        };
        "brand.QuietHours": {
            /** Format: int64 */
            from_minute: number;
            /** Format: int64 */
            to_minute: number;
        };
        "brand.QuietHours.in": {
            /** Format: int64 */
            from_minute: number;
            /** Format: int64 */
            to_minute: number;
        };
        "cases.ActorView": {
            kind: string;
            id: number | null;
            name: string | null;
        };
        "cases.Address": {
            name: string;
            address: string;
        };
        "cases.CaseList": {
            items: components["schemas"]["cases.CaseRow"][];
            next: string | null;
        };
        "cases.CasePointer": {
            /** Format: int64 */
            id: number;
            ref: string;
        };
        "cases.CaseRow": {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            number: number;
            ref: string;
            subject: string;
            /** @enum {string} */
            status: "queued" | "open" | "waiting" | "resolved" | "final_response" | "closed" | "closed_unrecovered" | "merged" | "spam";
            /** Format: int64 */
            version: number;
            customer: components["schemas"]["cases.CustomerLine"];
            owner: components["schemas"]["cases.Who"] | null;
            team: components["schemas"]["cases.Who"] | null;
            channel: string;
            language: string;
            /** Format: int64 */
            message_count: number;
            /** Format: int64 */
            last_message_at: number;
            /** @enum {string} */
            last_word: "customer" | "us";
            waiting_since: number | null;
            next_update_at: number | null;
            pull_by: number | null;
            waits_on: ("us" | "customer" | "partner" | "schedule") | null;
            review_at: number | null;
            due_at: number | null;
            late: boolean;
            silent_since: number | null;
            unread: boolean;
        };
        "cases.CaseView": {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            number: number;
            ref: string;
            subject: string;
            /** @enum {string} */
            status: "queued" | "open" | "waiting" | "resolved" | "final_response" | "closed" | "closed_unrecovered" | "merged" | "spam";
            /** Format: int64 */
            version: number;
            customer: components["schemas"]["cases.CustomerLine"];
            owner: components["schemas"]["cases.Who"] | null;
            team: components["schemas"]["cases.Who"] | null;
            channel: string;
            language: string;
            /** Format: int64 */
            message_count: number;
            /** Format: int64 */
            last_message_at: number;
            /** @enum {string} */
            last_word: "customer" | "us";
            waiting_since: number | null;
            next_update_at: number | null;
            pull_by: number | null;
            waits_on: ("us" | "customer" | "partner" | "schedule") | null;
            review_at: number | null;
            due_at: number | null;
            late: boolean;
            silent_since: number | null;
            unread: boolean;
            /** @enum {string} */
            type: "inquiry" | "request" | "fault" | "complaint" | "feedback" | "internal" | "privacy";
            topic: string;
            /** Format: int64 */
            origin_at: number;
            resolved_at: number | null;
            closed_at: number | null;
            settles_at: number | null;
            merged_into: components["schemas"]["cases.CasePointer"] | null;
            merged_from: components["schemas"]["cases.CasePointer"][];
            /** Format: int64 */
            severity_stated: number;
            /** Format: int64 */
            severity_assessed: number;
            what_happened: string | null;
            desired_remedy: string | null;
            resolution: string | null;
            mark: string | null;
            participants: components["schemas"]["cases.ParticipantView"][];
            waits: components["schemas"]["cases.WaitView"][];
            promises: components["schemas"]["cases.PromiseView"][];
            target_clocks: components["schemas"]["cases.TargetClockView"][];
            messages: components["schemas"]["cases.MessageView"][];
            older: string | null;
            notes: components["schemas"]["cases.NoteView"][];
            events: components["schemas"]["cases.EventView"][];
            draft: components["schemas"]["cases.DraftView"] | null;
            others: components["schemas"]["cases.OtherCase"][];
            link: string;
            suggested_update_at: number | null;
        };
        "cases.ChangeCaseFacts.in": {
            subject?: string | null;
            type?: ("inquiry" | "request" | "fault" | "complaint" | "feedback" | "internal" | "privacy") | null;
            topic?: string | null;
            language?: string | null;
            severity_assessed?: number | null;
        };
        "cases.ContactPointView": {
            kind: string;
            address: string;
            verified_at: number | null;
        };
        "cases.CustomerLine": {
            /** Format: int64 */
            id: number;
            name: string;
            address: string;
            language: string;
        };
        "cases.DraftView": {
            /** @enum {string} */
            kind: "reply" | "note";
            text: string;
            next_update_at: number | null;
            attachments: components["schemas"]["cases.FileView"][];
            seen_message: number | null;
            promises: Record<string, never>;
            /** Format: int64 */
            saved_at: number;
        };
        "cases.EnterCase.in": {
            subject: string;
            text: string;
            customer: components["schemas"]["cases.EnteredCustomer.in"];
            language?: string | null;
            type?: ("inquiry" | "request" | "fault" | "complaint" | "feedback" | "internal" | "privacy") | null;
            kind?: ("email" | "form" | "api" | "call" | "letter" | "in_person") | null;
            take?: boolean | null;
        };
        "cases.EnteredCustomer.in": {
            name?: string | null;
            address?: string | null;
        };
        "cases.EventView": {
            /** Format: int64 */
            seq: number;
            /** Format: int64 */
            at: number;
            type: string;
            actor: components["schemas"]["cases.ActorView"];
            payload: Record<string, never>;
        };
        "cases.FileView": {
            /** Format: int64 */
            id: number;
            name: string;
            mime: string;
            /** Format: int64 */
            size: number;
            in_line: boolean;
            url: string;
        };
        "cases.MergeInto.in": {
            /** Format: int64 */
            into: number;
        };
        "cases.MessageList": {
            items: components["schemas"]["cases.MessageView"][];
            next: string | null;
        };
        "cases.MessageView": {
            /** Format: int64 */
            id: number;
            case_id: number | null;
            /** Format: int64 */
            at: number;
            /** @enum {string} */
            direction: "in" | "out";
            /** @enum {string} */
            kind: "email" | "form" | "api" | "call" | "letter" | "in_person";
            /** @enum {string} */
            author: "customer" | "agent" | "bot" | "rule";
            author_name: string;
            user_id: number | null;
            from: components["schemas"]["cases.Address"];
            subject: string;
            text: string;
            visible_text: string;
            has_html: boolean;
            language: string;
            right_to_left: boolean;
            automatic: ("auto_reply" | "bounce" | "feedback_report" | "list") | null;
            attachments: components["schemas"]["cases.FileView"][];
            recipients: components["schemas"]["cases.RecipientView"][];
            /** @enum {string} */
            state: "received" | "queued" | "withdrawn" | "sending" | "sent" | "failed" | "unconfirmed";
            send_after: number | null;
            placement: components["schemas"]["cases.PlacementView"][];
            /** Format: int64 */
            received_times: number;
        };
        "cases.MoveTo": {
            case_id: number | null;
        };
        "cases.MoveTo.in": {
            case_id?: number | null;
        };
        "cases.NoteView": {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            at: number;
            author: components["schemas"]["cases.Who"];
            text: string;
        };
        "cases.OtherCase": {
            /** Format: int64 */
            id: number;
            ref: string;
            subject: string;
            /** @enum {string} */
            status: "queued" | "open" | "waiting" | "resolved" | "final_response" | "closed" | "closed_unrecovered" | "merged" | "spam";
            closed_at: number | null;
            promise_kept: boolean | null;
        };
        "cases.ParticipantView": {
            /** Format: int64 */
            id: number;
            person_id: number | null;
            name: string;
            address: string;
            role: string;
        };
        "cases.PersonView": {
            /** Format: int64 */
            id: number;
            name: string;
            address: string;
            language: string;
            contact_points: components["schemas"]["cases.ContactPointView"][];
            cases: components["schemas"]["cases.CaseRow"][];
        };
        "cases.PlacementView": {
            evidence: string;
            by: components["schemas"]["cases.Who"] | null;
            /** Format: int64 */
            at: number;
        };
        "cases.PromiseView": {
            /** Format: int64 */
            id: number;
            kind: string;
            side: string;
            text: string;
            keeper: components["schemas"]["cases.Who"] | null;
            maker: string;
            /** Format: int64 */
            made_at: number;
            /** Format: int64 */
            due_at: number;
            /** Format: int64 */
            original_due_at: number;
            state: string;
            ended_at: number | null;
            fulfilled_late_at: number | null;
            basis: string | null;
            told_how: string;
            partner: string | null;
            ground: string;
            history_n: number | null;
            honest_at: number | null;
            warned_at: number | null;
            asked_at: number | null;
            answered_at: number | null;
            evidence: string;
            agreed: string;
            agreed_message: number | null;
            successor_id: number | null;
        };
        "cases.RecipientView": {
            /** Format: int64 */
            id: number;
            address: string;
            name: string;
            /** @enum {string} */
            role: "to" | "cc" | "bcc";
            /** @enum {string} */
            reach: "pending" | "sending" | "sent" | "delivered" | "read" | "failed" | "bounced" | "unconfirmed" | "skipped";
            /** Format: int64 */
            reach_at: number;
            detail: string;
        };
        "cases.Summary.in": {
            summary: string;
        };
        "cases.TargetClockView": {
            /** Format: int64 */
            id: number;
            name: string;
            metric: string;
            state: string;
            /** Format: int64 */
            started_at: number;
            due_at: number | null;
            warned_at: number | null;
            stopped_at: number | null;
        };
        "cases.ViewCounts": {
            /** Format: int64 */
            mine: number;
            /** Format: int64 */
            nobody: number;
            /** Format: int64 */
            silence: number;
            /** Format: int64 */
            waiting: number;
            /** Format: int64 */
            triage: number;
            /** Format: int64 */
            signals: number;
            overloaded_since: number | null;
        };
        "cases.WaitFor.in": {
            /** @enum {string} */
            waits_on: "us" | "customer" | "partner" | "schedule";
            partner?: string | null;
            reason?: string | null;
            review_at?: number | null;
            next_update_at?: number | null;
        };
        "cases.WaitView": {
            /** Format: int64 */
            id: number;
            /** @enum {string} */
            waits_on: "us" | "customer" | "partner" | "schedule";
            partner: string | null;
            reason: string;
            /** Format: int64 */
            starts_at: number;
            ends_at: number | null;
            review_at: number | null;
        };
        "cases.Who": {
            /** Format: int64 */
            id: number;
            name: string;
        };
        "cases.Words.in": {
            text: string;
        };
        "channel.ChannelView": {
            /** Format: int64 */
            id: number;
            /** @enum {string} */
            kind: "mail" | "form" | "api" | "entered";
            name: string;
            address: string;
            /** @enum {string} */
            state: "up" | "degraded" | "down";
            detail: string | null;
            last_in_at: number | null;
            last_out_at: number | null;
            /** @enum {string} */
            in: "lmtp" | "imap";
            imap: components["schemas"]["channel.ServerView"] | null;
            smtp: components["schemas"]["channel.ServerView"] | null;
            secrets_set_at: number | null;
            trusted_authserv: string | null;
        };
        "channel.LineWish.in": {
            kind?: ("mail" | "form" | "api" | "entered") | null;
            name?: string | null;
            address?: string | null;
            in?: ("lmtp" | "imap") | null;
            imap?: components["schemas"]["channel.ServerWish.in"] | null;
            smtp?: components["schemas"]["channel.ServerWish.in"] | null;
            password?: string | null;
            oauth?: components["schemas"]["channel.OAuthWish.in"] | null;
            trusted_authserv?: string | null;
            take_history?: boolean | null;
        };
        "channel.OAuthWish.in": {
            token_url: string;
            client_id: string;
            client_secret: string;
            refresh_token: string;
            scope?: string | null;
        };
        "channel.ServerView": {
            host: string;
            /** Format: int64 */
            port: number;
            /** @enum {string} */
            security: "plain" | "starttls" | "tls";
            user: string;
            folder: string | null;
            sent_folder: string | null;
        };
        "channel.ServerWish.in": {
            host: string;
            /** Format: int64 */
            port: number;
            /** @enum {string} */
            security: "plain" | "starttls" | "tls";
            user?: string | null;
            folder?: string | null;
            sent_folder?: string | null;
            password?: string | null;
        };
        "closure.Resolution.in": {
            text: string;
        };
        "conversation.Html": {
            html: string;
        };
        "figure.Behind": {
            case: components["schemas"]["figure.FigureCase"];
            person: string;
            promise_id: number | null;
            kind: ("outcome" | "update" | "appointment") | null;
            state: ("open" | "kept" | "broken" | "moved" | "released") | null;
            counts: boolean;
            /** Format: int64 */
            from: number;
            /** Format: int64 */
            to: number;
        };
        "figure.BehindList": {
            items: components["schemas"]["figure.Behind"][];
            next: string | null;
        };
        "figure.Figure": {
            /** @enum {string} */
            name: "kept_rate" | "kept_rate_outcome" | "kept_rate_update" | "kept_rate_appointment" | "told_before_breach" | "kept_to_first_date" | "moved_or_released" | "longest_silence" | "median_silence";
            /** @enum {string} */
            unit: "share" | "milliseconds";
            /** Format: int64 */
            n: number;
            value: number | null;
            low: number | null;
            high: number | null;
        };
        "figure.FigureCase": {
            /** Format: int64 */
            id: number;
            ref: string;
            subject: string;
        };
        "figure.FiguresView": {
            /** Format: int64 */
            from: number;
            /** Format: int64 */
            to: number;
            items: components["schemas"]["figure.Figure"][];
            by_week: components["schemas"]["figure.WeekFigure"][];
            longest: components["schemas"]["figure.FigureCase"] | null;
        };
        "figure.WeekFigure": {
            /** Format: int64 */
            from: number;
            /** Format: int64 */
            to: number;
            /** Format: int64 */
            n: number;
            value: number | null;
            low: number | null;
            high: number | null;
        };
        "guest.GuestList": {
            items: components["schemas"]["guest.GuestRow"][];
            next: string | null;
        };
        "guest.GuestMessage": {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            at: number;
            ours: boolean;
            name: string;
            text: string;
            right_to_left: boolean;
            files: string[];
        };
        "guest.GuestMessages": {
            items: components["schemas"]["guest.GuestMessage"][];
            next: string | null;
        };
        "guest.GuestPromise": {
            kind: string;
            text: string;
            /** Format: int64 */
            due_at: number;
            state: string;
            ended_at: number | null;
        };
        "guest.GuestRow": {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            number: number;
            ref: string;
            subject: string;
            /** @enum {string} */
            status: "queued" | "open" | "waiting" | "resolved" | "final_response" | "closed" | "closed_unrecovered" | "merged" | "spam";
            customer: string;
            owner: string | null;
            team: string | null;
            channel: string;
            /** Format: int64 */
            message_count: number;
            /** Format: int64 */
            last_message_at: number;
            next_update_at: number | null;
            late: boolean;
        };
        "guest.GuestView": {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            number: number;
            ref: string;
            subject: string;
            /** @enum {string} */
            status: "queued" | "open" | "waiting" | "resolved" | "final_response" | "closed" | "closed_unrecovered" | "merged" | "spam";
            customer: string;
            owner: string | null;
            team: string | null;
            channel: string;
            /** Format: int64 */
            message_count: number;
            /** Format: int64 */
            last_message_at: number;
            next_update_at: number | null;
            late: boolean;
            /** Format: int64 */
            origin_at: number;
            resolved_at: number | null;
            closed_at: number | null;
            promises: components["schemas"]["guest.GuestPromise"][];
            messages: components["schemas"]["guest.GuestMessage"][];
            older: string | null;
        };
        "handover.Draft": {
            summary: string;
        };
        "handover.HandOverWish.in": {
            user_id?: number | null;
            team_id?: number | null;
            summary?: string | null;
            kind?: ("transfer" | "functional" | "hierarchical" | "relief" | "leave" | "release") | null;
            reason?: ("expertise" | "did_not_know" | "seniority" | "overload" | "absence" | "language" | "customer_wish" | "other") | null;
            contact_by?: number | null;
        };
        "http.Problem": {
            type: string;
            title: string;
            /** Format: int64 */
            status: number;
            /** @enum {string} */
            kind: "invalid" | "not_found" | "forbidden" | "conflict" | "rate_limited" | "unavailable" | "unauthenticated";
            code: string;
            field: string;
            incident: string;
        };
        "portal.CallTimes": {
            times: number[];
            chosen: number | null;
        };
        "portal.CallWish.in": {
            /** Format: int64 */
            at: number;
            phone?: string | null;
        };
        "portal.ContactDesk": {
            name: string;
            language: string;
            languages: string[];
        };
        "portal.ContactDone": {
            ref: string;
            link: string;
            next_update_at: number | null;
        };
        "portal.ContactView": {
            desk: components["schemas"]["portal.ContactDesk"];
            token: string;
            open_now: boolean;
            opens_at: number | null;
            /** Format: int64 */
            answer_by: number;
            busy: boolean;
            half_by: number | null;
            /** Format: int64 */
            half_n: number;
        };
        "portal.ContactWish.in": {
            name?: string | null;
            address: string;
            text: string;
            subject?: string | null;
            language?: string | null;
            zone?: string | null;
            website?: string | null;
            token: string;
        };
        "portal.CustomerView": {
            desk: components["schemas"]["portal.DeskName"];
            ref: string;
            subject: string;
            language: string;
            zone: string;
            /** @enum {string} */
            state: "working" | "yours" | "done";
            status: string;
            late: boolean;
            proven: boolean;
            owner: components["schemas"]["portal.OwnerName"] | null;
            team: string | null;
            /** @enum {string} */
            next: "queued" | "answer_coming" | "waiting_for_you" | "waiting_for_partner" | "scheduled" | "solved" | "ended";
            partner: string | null;
            next_update_at: number | null;
            told_at: number | null;
            promises: components["schemas"]["portal.PromiseLine"][];
            waits: components["schemas"]["portal.WaitLine"][];
            honest: components["schemas"]["portal.HonestRange"] | null;
            may_choose_call: boolean;
            messages: components["schemas"]["portal.MessageLine"][];
            can_write: boolean;
            solved_question: boolean;
        };
        "portal.DeskName": {
            name: string;
            language: string;
        };
        "portal.FileLine": {
            name: string;
            mime: string;
            /** Format: int64 */
            size: number;
            url: string;
        };
        "portal.HonestRange": {
            /** Format: int64 */
            n: number;
            /** Format: int64 */
            half_at: number;
            /** Format: int64 */
            eight_in_ten_at: number;
        };
        "portal.MessageLine": {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            at: number;
            ours: boolean;
            name: string;
            text: string;
            right_to_left: boolean;
            attachments: components["schemas"]["portal.FileLine"][];
        };
        "portal.OwnerName": {
            name: string;
        };
        "portal.PromiseLine": {
            text: string;
            kind: string;
            /** Format: int64 */
            due_at: number;
            state: string;
            side: string;
            keeper: string | null;
            /** Format: int64 */
            original_due_at: number;
            warned_at: number | null;
            fulfilled_late_at: number | null;
        };
        "portal.Uploaded": {
            /** Format: int64 */
            id: number;
            name: string;
            mime: string;
            /** Format: int64 */
            size: number;
            url: string;
        };
        "portal.WaitLine": {
            waits_on: string;
            partner: string | null;
            /** Format: int64 */
            starts_at: number;
            ends_at: number | null;
        };
        "portal.Words.in": {
            text?: string | null;
            attachments?: number[] | null;
        };
        "promise.EvidenceWish.in": {
            evidence?: string | null;
        };
        "promise.MoveWish.in": {
            /** Format: int64 */
            due_at: number;
            message_id?: number | null;
            words?: string | null;
        };
        "promise.NoteWish.in": {
            /** @enum {string} */
            side: "us" | "customer" | "partner";
            /** @enum {string} */
            told_how: "message" | "call" | "in_person" | "letter" | "page";
            /** @enum {string} */
            kind: "outcome" | "update" | "appointment";
            text?: string | null;
            /** Format: int64 */
            due_at: number;
            basis?: ("own_word" | "history" | "clause" | "fact" | "judgement") | null;
            ground?: string | null;
            partner?: string | null;
            told_by?: number | null;
        };
        "promise.ReleaseWish.in": {
            message_id?: number | null;
            words?: string | null;
        };
        "queue.QueuePlace": {
            /** Format: int64 */
            place: number;
            /** Format: int64 */
            id: number;
            ref: string;
            subject: string;
            customer: string;
            language: string;
            /** @enum {string} */
            type: "inquiry" | "request" | "fault" | "complaint" | "feedback" | "internal" | "privacy";
            team: components["schemas"]["cases.Who"];
            /** @enum {string} */
            lane: "due" | "ageing";
            /** Format: int64 */
            severity: number;
            in_public: boolean;
            /** Format: int64 */
            weight: number;
            /** Format: int64 */
            waited: number;
            /** Format: int64 */
            priority: number;
            waiting_since: number | null;
            due_at: number | null;
            needs_language: string | null;
            needs_skill: string | null;
            fits: boolean;
        };
        "queue.QueueView": {
            items: components["schemas"]["queue.QueuePlace"][];
            /** Format: int64 */
            total: number;
            /** Format: int64 */
            fitting: number;
            teams: components["schemas"]["cases.Who"][];
            /** Format: int64 */
            in_hand: number;
            /** Format: int64 */
            cap: number;
            /** Format: int64 */
            margin_ends: number;
        };
        "relief.AskRelief.in": {
            /** @enum {string} */
            reason: "expertise" | "did_not_know" | "seniority" | "overload" | "absence" | "language" | "customer_wish" | "other";
        };
        "relief.Chosen.in": {
            moves: components["schemas"]["relief.ChosenMove.in"][];
        };
        "relief.ChosenMove.in": {
            /** Format: int64 */
            case_id: number;
            /** Format: int64 */
            from: number;
            /** Format: int64 */
            to: number;
        };
        "relief.DecideRelief.in": {
            grant: boolean;
            user_id?: number | null;
            team_id?: number | null;
        };
        "relief.LeaveView": {
            /** Format: int64 */
            cases: number;
            /** Format: int64 */
            to_people: number;
        };
        "relief.MoveView": {
            /** Format: int64 */
            case_id: number;
            ref: string;
            subject: string;
            from: components["schemas"]["relief.Person"];
            to: components["schemas"]["relief.Person"];
            /** Format: int64 */
            minutes: number;
            /** Format: int64 */
            promises: number;
        };
        "relief.Outcome": {
            done: number[];
            undone: components["schemas"]["relief.Undone"][];
        };
        "relief.Person": {
            /** Format: int64 */
            id: number;
            name: string;
        };
        "relief.Proposal": {
            moves: components["schemas"]["relief.MoveView"][];
            /** Format: int64 */
            greatest_before: number;
            /** Format: int64 */
            greatest_after: number;
        };
        "relief.Relief": {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            case_id: number;
            /** Format: int64 */
            asked_by: number;
            /** @enum {string} */
            reason: "expertise" | "did_not_know" | "seniority" | "overload" | "absence" | "language" | "customer_wish" | "other";
            /** Format: int64 */
            asked_at: number;
            /** @enum {string} */
            state: "asked" | "granted" | "declined";
            decided_by: number | null;
            decided_at: number | null;
        };
        "relief.ReliefLine": {
            /** Format: int64 */
            case_id: number;
            /** Format: int64 */
            number: number;
            subject: string;
            /** Format: int64 */
            asked_by: number;
            asker: string;
            /** @enum {string} */
            reason: "expertise" | "did_not_know" | "seniority" | "overload" | "absence" | "language" | "customer_wish" | "other";
            /** Format: int64 */
            asked_at: number;
        };
        "relief.Undone": {
            /** Format: int64 */
            case_id: number;
            code: string;
        };
        "reply.DecisionWish.in": {
            /** @enum {string} */
            decision: "sent" | "send_again" | "failed";
        };
        "reply.DraftWish.in": {
            /** @enum {string} */
            kind: "reply" | "note";
            text: string;
            next_update_at?: number | null;
            attachments?: number[] | null;
            seen_message?: number | null;
            promises?: components["schemas"]["reply.IntendedWish.in"][] | null;
        };
        "reply.IntendedWish.in": {
            /** @enum {string} */
            kind: "outcome" | "update" | "appointment";
            text?: string | null;
            /** Format: int64 */
            due_at: number;
            basis?: ("own_word" | "history" | "clause" | "fact" | "judgement") | null;
            ground?: string | null;
        };
        "reply.MessageWish.in": {
            text: string;
            next_update_at?: number | null;
            final?: boolean | null;
            reason?: string | null;
            to?: string[] | null;
            cc?: string[] | null;
            attachments?: number[] | null;
            seen_message?: number | null;
            confirmed_stale?: boolean | null;
            promises?: components["schemas"]["reply.IntendedWish.in"][] | null;
            not_a_promise?: boolean | null;
            warns?: number[] | null;
        };
        "reply.SaidPromise": {
            /** @enum {string} */
            kind: "outcome" | "update" | "appointment";
            due_at: number | null;
            /** Format: int64 */
            begin: number;
            /** Format: int64 */
            end: number;
        };
        "reply.Saved": {
            /** Format: int64 */
            saved_at: number;
        };
        "reply.Withdrawn": {
            text: string;
        };
        "search.SearchPage": {
            items: components["schemas"]["search.SearchRow"][];
            next: string | null;
        };
        "search.SearchRow": {
            /** Format: int64 */
            case_id: number;
            /** Format: int64 */
            number: number;
            ref: string;
            subject: string;
            snippet: string;
            /** Format: int64 */
            at: number;
            customer: string;
            /** @enum {string} */
            status: "queued" | "open" | "waiting" | "resolved" | "final_response" | "closed" | "closed_unrecovered" | "merged" | "spam";
            message_id: number | null;
        };
        "signal.Signal": {
            /** Format: int64 */
            id: number;
            detector: string;
            subject_kind: string;
            /** Format: int64 */
            subject: number;
            case_id: number | null;
            evidence: string;
            owner_id: number | null;
            /** @enum {string} */
            state: "open" | "owned" | "explained";
            /** Format: int64 */
            opened_at: number;
            ended_at: number | null;
            explanation: number | null;
        };
        "signal.SignalCase": {
            /** Format: int64 */
            id: number;
            ref: string;
            subject: string;
        };
        "signal.SignalOwner": {
            /** Format: int64 */
            id: number;
            name: string;
        };
        "signal.SignalView": {
            /** Format: int64 */
            id: number;
            detector: string;
            /** Format: int64 */
            at: number;
            case: components["schemas"]["signal.SignalCase"] | null;
            /** Format: int64 */
            subject_id: number;
            evidence: Record<string, never>;
            owner: components["schemas"]["signal.SignalOwner"] | null;
            /** @enum {string} */
            state: "open" | "owned" | "explained";
        };
        "silence.SilentCase": {
            /** Format: int64 */
            id: number;
            ref: string;
            subject: string;
            /** @enum {string} */
            status: "queued" | "open" | "waiting" | "resolved" | "final_response" | "closed" | "closed_unrecovered" | "merged" | "spam";
        };
        "silence.SilentPerson": {
            /** Format: int64 */
            id: number;
            name: string;
        };
        "silence.SilentRow": {
            case: components["schemas"]["silence.SilentCase"];
            person: components["schemas"]["silence.SilentPerson"];
            /** Format: int64 */
            days: number;
            /** Format: int64 */
            since: number;
            told: boolean;
            /** @enum {string} */
            last_word: "customer" | "us";
            waits_on: ("us" | "customer" | "partner" | "schedule") | null;
            owner: components["schemas"]["cases.Who"] | null;
            team: components["schemas"]["cases.Who"] | null;
            /** Format: int64 */
            severity: number;
            reasons: ("update_late" | "update_missing" | "silent" | "last_word_theirs" | "review_late" | "review_missing" | "unowned")[];
            next_update_at: number | null;
            pull_by: number | null;
            review_at: number | null;
        };
        "silence.Tomorrow": {
            /** Format: int64 */
            at: number;
            /** Format: int64 */
            total: number;
            items: components["schemas"]["silence.SilentRow"][];
        };
        "silence.Watch": {
            /** Format: int64 */
            total: number;
            items: components["schemas"]["silence.SilentRow"][];
            tomorrow: components["schemas"]["silence.Tomorrow"];
        };
        "staff.AcceptInvitation.in": {
            password: string;
        };
        "staff.BrandView": {
            /** Format: int64 */
            id: number;
            name: string;
            prefix: string;
            language: string;
            zone: string;
        };
        "staff.ChangeMyself.in": {
            name?: string | null;
            language?: string | null;
            zone?: string | null;
        };
        "staff.ChangePassword.in": {
            current: string;
            password: string;
        };
        "staff.ChangeTeam.in": {
            name?: string | null;
            members?: number[] | null;
        };
        "staff.ChangeUser.in": {
            name?: string | null;
            role?: ("admin" | "lead" | "agent" | "light_agent" | "client_guest") | null;
            disabled?: boolean | null;
        };
        "staff.InvitationView": {
            name: string;
            email: string;
        };
        "staff.InviteUser.in": {
            name: string;
            email: string;
            /** @enum {string} */
            role: "admin" | "lead" | "agent" | "light_agent" | "client_guest";
            language: string;
            zone?: string | null;
        };
        "staff.Invited": {
            user: components["schemas"]["staff.Member"];
            invitation: string;
        };
        "staff.Link": {
            invitation: string;
        };
        "staff.MadeToken": {
            /** Format: int64 */
            id: number;
            token: string;
        };
        "staff.MakeTeam.in": {
            name: string;
            members?: number[] | null;
        };
        "staff.MakeToken.in": {
            name: string;
            /** @enum {string} */
            scope: "read" | "write" | "admin";
        };
        "staff.Me": {
            /** Format: int64 */
            id: number;
            name: string;
            email: string;
            /** @enum {string} */
            role: "admin" | "lead" | "agent" | "light_agent" | "client_guest";
            language: string;
            zone: string;
            second_factor: boolean;
            second_factor_required: boolean;
            brand: components["schemas"]["staff.BrandView"];
            teams: components["schemas"]["staff.Who"][];
            colleagues: components["schemas"]["staff.Who"][];
            all_teams: components["schemas"]["staff.Who"][];
        };
        "staff.Member": {
            /** Format: int64 */
            id: number;
            name: string;
            email: string;
            /** @enum {string} */
            role: "admin" | "lead" | "agent" | "light_agent" | "client_guest";
            language: string;
            disabled: boolean;
            second_factor: boolean;
        };
        "staff.NewSecret": {
            secret: string;
            uri: string;
        };
        "staff.RecoveryCodes": {
            recovery_codes: string[];
        };
        "staff.SessionView": {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            created_at: number;
            /** Format: int64 */
            seen_at: number;
            address: string;
            agent: string;
            current: boolean;
        };
        "staff.SignIn.in": {
            email: string;
            password: string;
            code?: string | null;
        };
        "staff.Team": {
            /** Format: int64 */
            id: number;
            name: string;
            members: number[];
        };
        "staff.TokenView": {
            /** Format: int64 */
            id: number;
            name: string;
            /** @enum {string} */
            scope: "read" | "write" | "admin";
            /** Format: int64 */
            created_at: number;
            last_used_at: number | null;
        };
        "staff.Who": {
            /** Format: int64 */
            id: number;
            name: string;
        };
        "staffing.AlarmView": {
            sounds_since: number | null;
            occupancy: number | null;
            /** Format: int64 */
            people: number;
            heard_at: number | null;
        };
        "staffing.DemandView": {
            contacts_per_hour: number | null;
            handle_seconds: number | null;
            /** Format: int64 */
            share_percent: number;
            /** Format: int64 */
            within_seconds: number;
            /** Format: int64 */
            days: number;
            /** Format: int64 */
            days_needed: number;
            /** Format: int64 */
            contacts: number;
            /** Format: int64 */
            handlings: number;
            what_if: boolean;
        };
        "staffing.HourView": {
            /** Format: int64 */
            at: number;
            /** Format: int64 */
            weekday: number;
            /** Format: int64 */
            hour: number;
            contacts: number;
            people: number;
            needed: number | null;
        };
        "staffing.Service": {
            service_level: number;
            mean_wait_seconds: number;
            occupancy: number;
        };
        "staffing.StaffedView": {
            /** Format: int64 */
            people: number;
            service: components["schemas"]["staffing.Service"] | null;
        };
        "staffing.StaffingView": {
            demand: components["schemas"]["staffing.DemandView"];
            /** Format: int64 */
            present: number;
            needed: number | null;
            rows: components["schemas"]["staffing.StaffedView"][];
            hours: components["schemas"]["staffing.HourView"][];
            alarm: components["schemas"]["staffing.AlarmView"];
        };
        "target.ChangeTarget.in": {
            name?: string | null;
            share?: number | null;
        };
        "target.Preview": {
            /** Format: int64 */
            from: number;
            /** Format: int64 */
            to: number;
            /** Format: int64 */
            matched: number;
            /** Format: int64 */
            breached: number;
            /** Format: int64 */
            met: number;
            /** Format: int64 */
            running: number;
            cut: boolean;
            share: components["schemas"]["target.Share"];
            /** @enum {string} */
            support: "too_few" | "supported" | "unclear" | "not_supported";
            cases: components["schemas"]["target.PreviewCase"][];
        };
        "target.PreviewCase": {
            /** Format: int64 */
            id: number;
            ref: string;
            /** @enum {string} */
            state: "running" | "paused" | "met" | "breached";
            /** Format: int64 */
            started_at: number;
            due_at: number | null;
            stopped_at: number | null;
        };
        "target.SetTarget.in": {
            name: string;
            /** @enum {string} */
            metric: "first_response" | "next_response" | "update" | "resolution";
            within?: string | null;
            deadline_rule?: string | null;
            counted?: ("open_time" | "all_time") | null;
            account_id?: number | null;
            severity_least?: number | null;
            channel?: string | null;
            type?: ("inquiry" | "request" | "fault" | "complaint" | "feedback" | "internal" | "privacy") | null;
            pauses_on_customer?: boolean | null;
            /** Format: int64 */
            share: number;
        };
        "target.Share": {
            /** Format: int64 */
            hits: number;
            /** Format: int64 */
            n: number;
            share: number | null;
            limits: components["schemas"]["Limits"] | null;
        };
        "target.Target": {
            /** Format: int64 */
            id: number;
            name: string;
            /** @enum {string} */
            metric: "first_response" | "next_response" | "update" | "resolution";
            within: string;
            deadline_rule: string;
            /** @enum {string} */
            counted: "open_time" | "all_time";
            account_id: number | null;
            severity_least: number | null;
            channel: string;
            type: ("inquiry" | "request" | "fault" | "complaint" | "feedback" | "internal" | "privacy") | null;
            pauses_on_customer: boolean;
            /** Format: int64 */
            share: number;
            /** Format: int64 */
            created_at: number;
            ended_at: number | null;
        };
        "target.TargetMade": {
            target: components["schemas"]["target.Target"];
            history: components["schemas"]["target.Preview"];
        };
        "target.TargetView": {
            target: components["schemas"]["target.Target"];
            /** Format: int64 */
            running: number;
            met: components["schemas"]["target.Share"];
        };
        "triage.Decided": {
            case_id: number | null;
        };
        "triage.DecisionWish.in": {
            /** @enum {string} */
            decision: "accept" | "new_case" | "not_for_us";
            case_id?: number | null;
        };
        "triage.From": {
            name: string;
            address: string;
        };
        "triage.TriageItem": {
            /** Format: int64 */
            id: number;
            kind: string;
            /** Format: int64 */
            received_at: number;
            team: components["schemas"]["triage.Who"] | null;
            pull_by: number | null;
            late: boolean;
            from: components["schemas"]["triage.From"];
            to: string;
            subject: string;
            text: string;
            reason: string;
            evidence: string[];
            /** Format: int64 */
            size: number;
            wants: components["schemas"]["triage.Wanted"] | null;
        };
        "triage.TriageList": {
            items: components["schemas"]["triage.TriageItem"][];
            next: string | null;
        };
        "triage.Wanted": {
            /** Format: int64 */
            case_id: number;
            ref: string;
            subject: string;
            participants: string[];
        };
        "triage.Who": {
            /** Format: int64 */
            id: number;
            name: string;
        };
        "workload.BePresent.in": {
            /** @enum {string} */
            presence: "here" | "away" | "off";
        };
        "workload.CarryView": {
            /** Format: int64 */
            id: number;
            name: string;
            /** @enum {string} */
            role: "admin" | "lead" | "agent" | "light_agent" | "client_guest";
            /** @enum {string} */
            presence: "here" | "away" | "off";
            /** Format: int64 */
            in_hand: number;
            /** Format: int64 */
            cap: number;
            /** Format: int64 */
            effort_minutes: number;
            /** Format: int64 */
            promises: number;
            tightest: components["schemas"]["workload.Tightest"] | null;
            over: boolean;
            shifts_known: boolean;
            /** Format: int64 */
            handlings: number;
            occupancy_half_hour: number | null;
            occupancy_day: number | null;
            alarm: boolean;
        };
        "workload.ChangeWorker.in": {
            cap?: number | null;
            skills?: string[] | null;
            languages?: string[] | null;
            shifts?: components["schemas"]["workload.Shift.in"][] | null;
        };
        "workload.EffortView": {
            /** @enum {string} */
            type: "inquiry" | "request" | "fault" | "complaint" | "feedback" | "internal" | "privacy";
            /** Format: int64 */
            minutes: number;
            /** Format: int64 */
            n: number;
        };
        "workload.Fairness": {
            /** Format: int64 */
            n: number;
            gini: number | null;
            jain: number | null;
        };
        "workload.Handled.in": {
            /** Format: int64 */
            seconds: number;
        };
        "workload.Line": {
            /** Format: int64 */
            waiting: number;
            oldest_since: number | null;
        };
        "workload.Shift": {
            /** Format: int64 */
            weekday: number;
            /** Format: int64 */
            starts_minute: number;
            /** Format: int64 */
            ends_minute: number;
        };
        "workload.Shift.in": {
            /** Format: int64 */
            weekday: number;
            /** Format: int64 */
            starts_minute: number;
            /** Format: int64 */
            ends_minute: number;
        };
        "workload.Tightest": {
            /** Format: int64 */
            at: number;
            /** Format: int64 */
            work_minutes: number;
            /** Format: int64 */
            available_minutes: number;
        };
        "workload.Worker": {
            /** Format: int64 */
            id: number;
            name: string;
            /** @enum {string} */
            role: "admin" | "lead" | "agent" | "light_agent" | "client_guest";
            zone: string;
            /** Format: int64 */
            cap: number;
            /** @enum {string} */
            presence: "here" | "away" | "off";
            /** Format: int64 */
            presence_since: number;
            /** Format: int64 */
            in_hand: number;
            teams: number[];
            skills: string[];
            languages: string[];
            shifts: components["schemas"]["workload.Shift"][];
        };
        "workload.WorkloadView": {
            items: components["schemas"]["workload.CarryView"][];
            line: components["schemas"]["workload.Line"];
            fairness: components["schemas"]["workload.Fairness"];
            efforts: components["schemas"]["workload.EffortView"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_api_openapi_json: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description This document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["brand.CalendarView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    patch_api_v1_calendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["brand.ChangeCalendar.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["brand.CalendarView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_calendar_closed_days: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["brand.ImportWish.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["brand.Imported"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_cases: {
        parameters: {
            query?: {
                view?: "mine" | "nobody" | "silence" | "waiting" | "closed" | "all";
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.CaseList"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_cases: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["cases.EnterCase.in"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.CaseView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_cases__id_: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.CaseView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    patch_api_v1_cases__id_: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["cases.ChangeCaseFacts.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.CaseView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_cases__id__calls: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CallWish.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.CaseView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_cases__id__closure: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.CaseView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    put_api_v1_cases__id__draft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["reply.DraftWish.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["reply.Saved"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    delete_api_v1_cases__id__draft: {
        parameters: {
            query?: {
                kind?: "reply" | "note";
            };
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_cases__id__hand_over: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["handover.HandOverWish.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.CaseView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_cases__id__handled: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["workload.Handled.in"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_cases__id__handover_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["handover.Draft"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_cases__id__honest_dates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HonestView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_cases__id__merge: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["cases.MergeInto.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.CaseView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    delete_api_v1_cases__id__merge: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.CaseView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_cases__id__messages: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.MessageList"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_cases__id__messages: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["reply.MessageWish.in"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sent"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_cases__id__notes: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["cases.Words.in"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.NoteView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_cases__id__promises: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["promise.NoteWish.in"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.CaseView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_cases__id__reading: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WordsToRead.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadWords"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_cases__id__release: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["cases.Summary.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.CaseView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_cases__id__relief: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["relief.AskRelief.in"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["relief.Relief"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_cases__id__relief_decision: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["relief.DecideRelief.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["relief.Relief"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_cases__id__reopening: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.CaseView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_cases__id__resolution: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["closure.Resolution.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.CaseView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_cases__id__seen: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.CaseView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_cases__id__spam: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.CaseView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    delete_api_v1_cases__id__spam: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.CaseView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_cases__id__take: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.CaseView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_cases__id__wait: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["cases.WaitFor.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.CaseView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_cases__id__wait_end: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.CaseView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_channels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["channel.ChannelView"][];
                        next: string | null;
                    };
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_channels: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["channel.LineWish.in"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["channel.ChannelView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    patch_api_v1_channels__id_: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["channel.LineWish.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["channel.ChannelView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_contact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.ContactView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_contact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["portal.ContactWish.in"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.ContactDone"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_customer__link_: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.CustomerView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_customer__link__call: {
        parameters: {
            query?: never;
            header?: {
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["portal.CallWish.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.CustomerView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_customer__link__call_times: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.CallTimes"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_customer__link__files__handle_: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link: string;
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not JSON: a file, a page or a plain text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_customer__link__messages: {
        parameters: {
            query?: never;
            header?: {
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["portal.Words.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.CustomerView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_customer__link__mine: {
        parameters: {
            query?: never;
            header?: {
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.CustomerView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_customer__link__new_link: {
        parameters: {
            query?: never;
            header?: {
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_customer__link__not_mine: {
        parameters: {
            query?: never;
            header?: {
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.CustomerView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_customer__link__solved: {
        parameters: {
            query?: never;
            header?: {
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.CustomerView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_customer__link__unsolved: {
        parameters: {
            query?: never;
            header?: {
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["portal.Words.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.CustomerView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_customer__link__uploads: {
        parameters: {
            query?: {
                name?: string;
            };
            header?: {
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["portal.Uploaded"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_desk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["brand.DeskView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    patch_api_v1_desk: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["brand.ChangeBrand.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["brand.DeskView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_figures_calibration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalibrationView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_figures_promises: {
        parameters: {
            query?: {
                weeks?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["figure.FiguresView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_figures_promises_cases: {
        parameters: {
            query?: {
                name?: "kept_rate" | "kept_rate_outcome" | "kept_rate_update" | "kept_rate_appointment" | "told_before_breach" | "kept_to_first_date" | "moved_or_released" | "longest_silence" | "median_silence";
                weeks?: number;
                week?: number;
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["figure.BehindList"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_guest_cases: {
        parameters: {
            query?: {
                view?: "nobody" | "silence" | "waiting" | "closed" | "all";
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["guest.GuestList"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_guest_cases__id_: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["guest.GuestView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_guest_cases__id__messages: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["guest.GuestMessages"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_invitations__token_: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["staff.InvitationView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_invitations__token_: {
        parameters: {
            query?: never;
            header?: {
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["staff.AcceptInvitation.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["staff.Me"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    patch_api_v1_me: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["staff.ChangeMyself.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["staff.Me"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_me_password: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["staff.ChangePassword.in"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_me_second_factor: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["staff.NewSecret"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_me_second_factor_confirmation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Code.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["staff.RecoveryCodes"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_me_second_factor_put_off: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_messages__id__html: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["conversation.Html"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_messages__id__move: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["cases.MoveTo.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.MoveTo"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_messages__id__original: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not JSON: a file, a page or a plain text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_messages__id__recipients__rid__decision: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
                rid: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["reply.DecisionWish.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.MessageView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_messages__id__withdrawal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["reply.Withdrawn"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_people__id_: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.PersonView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    put_api_v1_presence: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["workload.BePresent.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["workload.Worker"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_promises: {
        parameters: {
            query?: {
                column?: "late" | "soon" | "today" | "week" | "kept";
                side?: "us" | "customer" | "partner";
                who?: "mine" | "team" | "all";
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["board.CardList"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_promises_board: {
        parameters: {
            query?: {
                side?: "us" | "customer" | "partner";
                who?: "mine" | "team" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["board.Board"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_promises__id__confirmation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.CaseView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_promises__id__fulfilment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["promise.EvidenceWish.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.CaseView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_promises__id__move: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["promise.MoveWish.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.CaseView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_promises__id__release: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["promise.ReleaseWish.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.CaseView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_queue: {
        parameters: {
            query?: {
                team?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["queue.QueueView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_queue_next: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextCase"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_rebalance: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["relief.Chosen.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["relief.Outcome"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_rebalance_proposal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["relief.Proposal"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_reliefs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["relief.ReliefLine"][];
                        next: string | null;
                    };
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_search: {
        parameters: {
            query?: {
                q?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["search.SearchPage"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["staff.SessionView"][];
                        next: string | null;
                    };
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    delete_api_v1_sessions__id_: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_setup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetUpState"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_setup: {
        parameters: {
            query?: never;
            header?: {
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SetUp.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["staff.Me"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_sign_in: {
        parameters: {
            query?: never;
            header?: {
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["staff.SignIn.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_sign_out: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_signals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["signal.SignalView"][];
                        next: string | null;
                    };
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_signals__id__explanation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Explanation.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["signal.Signal"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_signals__id__own: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["signal.Signal"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_silence: {
        parameters: {
            query?: {
                who?: "mine" | "team" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["silence.Watch"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_staffing: {
        parameters: {
            query?: {
                contacts_per_hour?: number;
                handle_seconds?: number;
                present?: number;
                share_percent?: number;
                within_seconds?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["staffing.StaffingView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_targets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["target.TargetView"][];
                        next: string | null;
                    };
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_targets: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["target.SetTarget.in"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["target.TargetMade"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_targets_preview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["target.SetTarget.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["target.Preview"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    delete_api_v1_targets__id_: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["target.TargetView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    patch_api_v1_targets__id_: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["target.ChangeTarget.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["target.TargetView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_teams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["staff.Team"][];
                        next: string | null;
                    };
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_teams: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["staff.MakeTeam.in"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["staff.Team"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    patch_api_v1_teams__id_: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["staff.ChangeTeam.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["staff.Team"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["staff.TokenView"][];
                        next: string | null;
                    };
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_tokens: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["staff.MakeToken.in"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["staff.MadeToken"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    delete_api_v1_tokens__id_: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_triage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["triage.TriageList"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_triage__id__decision: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["triage.DecisionWish.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["triage.Decided"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_triage__id__decision_undo: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["triage.Decided"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_uploads: {
        parameters: {
            query?: {
                name?: string;
            };
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_users: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["staff.Member"][];
                        next: string | null;
                    };
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_users: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["staff.InviteUser.in"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["staff.Invited"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    patch_api_v1_users__id_: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["staff.ChangeUser.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["staff.Member"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_users__id__invitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["staff.Link"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_users__id__leave: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["relief.LeaveView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    post_api_v1_users__id__reset: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
                /** @description Asking again with the same key gives the same answer and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["staff.Link"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    patch_api_v1_users__id__work: {
        parameters: {
            query?: never;
            header?: {
                /** @description Needed of browsers that are signed in by a cookie; tokens need none. */
                "X-Amends"?: "1";
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["workload.ChangeWorker.in"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["workload.Worker"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_views: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cases.ViewCounts"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_workers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["workload.Worker"][];
                        next: string | null;
                    };
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_v1_workload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["workload.WorkloadView"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_files__handle_: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not JSON: a file, a page or a plain text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_healthz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not JSON: a file, a page or a plain text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_image_proxy__token_: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not JSON: a file, a page or a plain text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not JSON: a file, a page or a plain text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_readyz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not JSON: a file, a page or a plain text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["http.Problem"];
                };
            };
        };
    };
    get_api_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A WebSocket that tells what happens, with the number of each event. */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
