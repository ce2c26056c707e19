using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace WorkshopBot.Journal.Tables;

/// <summary>Signs each try anew, since the date is part of what is signed. We send no query that is signed.</summary>
sealed class SharedKeyLitePolicy(TableSharedKeyCredential credential, TimeProvider time) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var date = time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue("Authorization", credential.Sign(date, message.Request.Uri.ToUri().AbsolutePath));
    }
}
