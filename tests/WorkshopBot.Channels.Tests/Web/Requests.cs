using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace WorkshopBot.Channels.Tests.Web;

/// <summary>Requests as the server would hand them over.</summary>
static class Requests
{
    public static HttpRequest Of(string body = "{}", string host = "127.0.0.1:3978", string? type = "application/json", string? address = "127.0.0.1", params (string Name, string Value)[] headers)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
        var request = context.Request;
        (request.Method, request.Scheme, request.Host, request.ContentType) = ("POST", "http", new HostString(host), type);
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        foreach (var (name, value) in headers)
            request.Headers[name] = value;
        return request;
    }
}
