using Microsoft.Extensions.FileProviders;
using WorkshopBot.Channels.Web;

namespace WorkshopBot.Pages;

/// <summary>The page at <c>/</c> and its files, for the same visitors as the try-it door. They lie beside the program; nothing comes from anywhere else.</summary>
public static class TryPage
{
    // Cards are laid out by script through element.style, which a policy without 'unsafe-inline' allows.
    const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>Serves the files; whatever is none of them goes on.</summary>
    public static void UseTryPage(this WebApplication app)
    {
        if (!Directory.Exists(Folder))
        {
            app.Logger.LogWarning("The page is missing: there is no folder wwwroot beside the program.");
            return;
        }
        var files = new PhysicalFileProvider(Folder);
        app.Use((context, next) => Admit(context, next, files));
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = served => Head(served.Context) });
    }

    static Task Admit(HttpContext context, RequestDelegate next, PhysicalFileProvider files)
    {
        var request = context.Request;
        if (request.Path == "/")
            request.Path = "/index.html";
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || !files.GetFileInfo(request.Path).Exists)
            return next(context);
        return TryConditions.CheckLook(request) is { } refusal ? TryDoor.Refuse(context.Response, refusal) : next(context);
    }

    static void Head(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Asked again each time and mostly answered 304, so that a new build is never mixed with an old one.
        headers.CacheControl = "no-cache";
    }
}
