using Microsoft.AspNetCore.Components;

namespace PaymentsApp.Components.Lists;

/// <summary>The events of rows, as Razor knows them; the compiler looks for this class by its name.</summary>
[EventHandler("onrowselect", typeof(RowEventArgs), enableStopPropagation: false, enablePreventDefault: false)]
[EventHandler("onrowopen", typeof(RowEventArgs), enableStopPropagation: false, enablePreventDefault: false)]
public static class EventHandlers;
