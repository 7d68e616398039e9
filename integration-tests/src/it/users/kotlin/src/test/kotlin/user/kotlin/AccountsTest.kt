package user.kotlin

import dev.sandbank.DenialReason
import dev.sandbank.Sandbank
import dev.sandbank.junit.Blocked
import dev.sandbank.junit.SandbankAssertions.assertThat
import dev.sandbank.junit.TokenFor
import dev.sandbank.junit.WithSandbank
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

@WithSandbank("apiture")
class AccountsTest {

    @Test
    fun `lists the accounts of a customer`(bank: Sandbank, @TokenFor("ada-batch") token: String) {
        assertThat(accounts(bank, token)).contains("acct-4f81c0")
        assertThat(bank).lastCall().wasAllowed()
    }

    @Test
    @Blocked("ada")
    fun `tells that a customer is blocked`(bank: Sandbank, @TokenFor("ada-batch") token: String) {
        accounts(bank, token)
        assertThat(bank).lastCall().wasRefused(DenialReason.SUBJECT_BLOCKED)
    }

    private fun accounts(bank: Sandbank, token: String): String {
        val request = HttpRequest.newBuilder(bank.url("listAccounts")).header("Authorization", "Bearer $token").build()
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body()
    }
}
