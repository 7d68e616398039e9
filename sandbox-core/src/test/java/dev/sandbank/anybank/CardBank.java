package dev.sandbank.anybank;

/** A small bank whose users have cards. */
final class CardBank {

    static final String DIALECT = """
            dialect: cards
            title: Card Bank
            api: {base: /api, challenge: {scheme: Bearer, realm: cards}}
            issuer: {path: /connect, endpoints: {token: /connect/token}, grants: [client_credentials], authMethods: [client_secret_basic]}
            tokens: {reply: [access_token, token_type, expires_in], realm: cards}
            scopes: {cards: Cards}
            settings:
              limit: {type: integer, default: 500, about: The most a card may spend}
            collections:
              cards: {visible: owned, owner: user, defaults: {status: frozen}}
              uses: {visible: all}
            operations:
              - id: listCards
                method: GET
                path: /cards
                scopes: [cards]
                parameters:
                  - {name: after, in: query, schema: {type: string, default: ""}}
                  - {name: limit, in: query, schema: {type: integer, minimum: 1, default: 2}}
                work: {list: {collection: cards, pages: {style: cursor, start: after, size: limit}}}
                reply: {body: {data: "${items}", next: "${next}"}}
              - id: getCard
                method: GET
                path: /cards/{card}
                parameters: [&id {name: card, in: path, schema: {type: string}}]
                resources: [{in: path, name: card, collection: cards, as: card}]
                work: {get: {}}
                reply: {body: "${entry}"}
              - id: createCard
                method: POST
                path: /cards
                body:
                  mediaTypes: [application/json]
                  required: true
                  schema: {type: object, additionalProperties: false, properties: {nickname: {type: string}, parent: {type: string}}}
                resources: [{in: body, name: /parent, collection: cards, as: parent}]
                rules: [{must: {fact: parent.spent, to: "${setting.limit}"}, refuse: too-much}]
                work: {create: {collection: cards, id: card_14, content: true, members: {made: "${now}"}}}
                reply: {status: 201, body: "${entry}"}
              - id: unfreezeCard
                method: POST
                path: /cards/{card}/unfreeze
                parameters: [*id]
                resources: [{in: path, name: card, collection: cards, as: card, where: {status: frozen}, hidden: card-state}]
                work: {action: {members: {status: active}}}
                reply: {body: "${entry}"}
              - id: renewCard
                method: POST
                path: /cards/{card}/renew
                parameters: [*id]
                resources: [{in: path, name: card, collection: cards, as: card, where: {expired: true}}]
                work: {action: {members: {expired: false}}}
                reply: {body: "${entry}"}
              - id: getSecret
                method: GET
                path: /cards/{card}/secret
                parameters: [*id]
                resources: [{in: path, name: card, collection: cards, as: card, where: {maker: "${client}"}}]
                work: {get: {}}
                reply: {body: {secret: "${id}"}}
              - id: listUses
                method: GET
                path: /uses
                parameters:
                  - {name: from, in: query, schema: {type: string}}
                  - {name: to, in: query, schema: {type: string}}
                  - {name: code, in: query, schema: {type: string}}
                work:
                  list:
                    collection: uses
                    filters: [{fact: at, from: "${parameter.from}"}, {fact: at, to: "${parameter.to}"}, {fact: code, oneOf: "${parameter.code}"}]
                    sort: [at]
                reply: {body: {items: "${items}"}}
            envelope: {contentType: application/json, body: {}}
            refusals:
              default: {body: {fault: {code: "${reason}", message: "${detail}", param: "${property}"}}}
              token-unknown: {status: 401, body: {fault: {code: "${reason}"}}}
              card-state: {status: 409, body: {fault: {code: "${reason}"}}}
              too-much: {status: 402, body: {fault: {code: "${reason}"}}}
            """;

    static final String FIXTURE = """
            bank: .
            clients: [{id: sk_live, secret: live-secret, scopes: [cards]}]
            users: [{id: usr_ada}]
            cards:
              - {id: card_active, user: usr_ada, status: active, maker: sk_other}
              - {id: card_frozen, user: usr_ada, status: frozen, maker: sk_live}
              - {id: card_plain, user: usr_ada}
            uses:
              - {id: use_1, at: "2031-02-01T10:00:00Z", code: "007"}
              - {id: use_2, at: "2031-03-01T10:00:00+01:00", code: "7"}
            """;

    private CardBank() {}
}
