/** The token server before an independent judge: the Nimbus OAuth 2.0 SDK builds each request and reads each reply. */
package dev.sandbank.judge;
