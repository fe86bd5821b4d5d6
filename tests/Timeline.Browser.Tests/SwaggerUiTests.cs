using Microsoft.Playwright;
using Timeline.Browser.Tests.Running;

namespace Timeline.Browser.Tests;

/// <summary>Swagger UI is where many meet the API first.</summary>
public sealed class SwaggerUiTests(ChromiumFixture browser, SampleServer sample) : IClassFixture<SampleServer>
{
    [Fact]
    public async Task Try_it_out_on_events_with_the_examples_as_given_shows_real_data()
    {
        await using var view = await browser.NewPage(sample.Server);
        await view.Page.GotoAsync("/swagger/index.html");
        var events = view.Page.Locator("#operations-Events-listEvents");
        await events.ClickAsync();
        await view.SaveScreenshot("swagger-operation");
        await events.Locator("button.try-out__btn").ClickAsync();
        await events.Locator("button.execute").ClickAsync();
        var answer = events.Locator(".live-responses-table .response");

        await Assertions.Expect(answer.Locator(".response-col_status")).ToContainTextAsync("200");
        await Assertions
            .Expect(answer.Locator(".response-col_description .microlight, .response-col_description pre").First)
            .ToContainTextAsync("Putin and Biden speak");
        await view.SaveScreenshot("swagger-answer", whole: true);
        Assert.Empty(view.Errors);
    }

    [Fact]
    public async Task It_lists_every_operation_of_the_document()
    {
        await using var view = await browser.NewPage(sample.Server);
        await view.Page.GotoAsync("/swagger/index.html");
        await view.Page.WaitForSelectorAsync(".opblock");
        var document = System.Text.Json.Nodes.JsonNode.Parse(await sample.Server.GetText("/swagger/v1/swagger.json"))!;

        Assert.Equal(
            document["paths"]!.AsObject().Sum(path => path.Value!.AsObject().Count),
            await view.Page.Locator(".opblock").CountAsync()
        );
        await view.SaveScreenshot("swagger");
    }
}
