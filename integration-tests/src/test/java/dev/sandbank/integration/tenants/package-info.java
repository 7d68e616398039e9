/** A resource server of Spring that goes by the roles, tenant and audience of tokens. */
package dev.sandbank.integration.tenants;
