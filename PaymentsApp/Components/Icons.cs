namespace PaymentsApp.Components;

/// <summary>Outlines on a 24 by 24 grid, drawn by <see cref="Icon"/>. Own drawings: the kit's icon font weighs 1 MB.</summary>
public static class Icons
{
    public const string Home = "M4 10.5 12 4l8 6.5V19a1 1 0 0 1-1 1h-4.5v-5.5h-5V20H5a1 1 0 0 1-1-1z";
    public const string Collection = "M4 7.5A2.5 2.5 0 0 1 6.5 5H17v3M4 7.5V17a2 2 0 0 0 2 2h13a1 1 0 0 0 1-1V9a1 1 0 0 0-1-1H5M16.3 13.5h.4";
    public const string Invoice = "M6 3.5h9l3.5 3.5v13.5l-2.1-1.3-2.1 1.3-2.1-1.3-2.1 1.3-2.1-1.3L6 20.5zM9.5 9.5h5M9.5 13h5";
    public const string Organization = "M5 20V5a1 1 0 0 1 1-1h7a1 1 0 0 1 1 1v15M14 9h4a1 1 0 0 1 1 1v10M3.5 20h17M8 8h3M8 12h3M8 16h3";
    public const string Users = "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14.2a6.5 6.5 0 0 1 3.5 5.8";
    public const string User = "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5a7.5 7.5 0 0 1 15 0";
    public const string Settings = "M4 7h9M17 7h3M4 17h3M11 17h9M13 7a2 2 0 1 0 4 0 2 2 0 0 0-4 0zM7 17a2 2 0 1 0 4 0 2 2 0 0 0-4 0z";
    public const string History = "M12 7.5V12l3 2M4.6 12.5A7.5 7.5 0 1 0 6.8 6.6L4 9M4 4.5V9h4.5";
    public const string Search = "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.3 15.3 20 20";
    public const string Menu = "M4 7h16M4 12h16M4 17h16";
    public const string Sun = "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4";
    public const string Moon = "M20 14.5A8 8 0 0 1 9.5 4 8 8 0 1 0 20 14.5z";
    public const string Help = "M9.3 9.5a2.8 2.8 0 1 1 4.2 2.4c-1 .6-1.5 1.1-1.5 2.1M12 17.2v.1M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z";
    public const string Info = "M12 11v5.5M12 7.6v.1M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z";
    public const string Plus = "M12 5v14M5 12h14";
    public const string Close = "M6 6l12 12M18 6 6 18";
    public const string Check = "M5 12.5l4.5 4.5L19 7.5";
    public const string Alert = "M12 4 2.8 19.5h18.4zM12 10v4M12 16.7v.1";
    public const string Left = "M14.5 6l-6 6 6 6";
    public const string Down = "M6 9.5l6 6 6-6";
    public const string SignOut = "M14 4.5H6.5a1 1 0 0 0-1 1v13a1 1 0 0 0 1 1H14M10.5 12h10M17 8.5l3.5 3.5-3.5 3.5";
    public const string Inbox = "M4 13.5 6.5 5.5h11L20 13.5V18a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1zM4 13.5h4.5l1.5 2.5h4l1.5-2.5H20";
    public const string Upload = "M12 15V4.5M7.5 8.5 12 4l4.5 4.5M4.5 15v3.5a1 1 0 0 0 1 1h13a1 1 0 0 0 1-1V15";
    public const string Download = "M12 4.5V15M7.5 11 12 15.5l4.5-4.5M4.5 15v3.5a1 1 0 0 0 1 1h13a1 1 0 0 0 1-1V15";
    public const string Edit = "M5 19l.8-3.8L16 5l3 3L8.8 18.2zM13.8 7.2l3 3";
    public const string Undo = "M8.5 5 4.5 9l4 4M4.5 9H14a5.5 5.5 0 0 1 0 11H9";
    public const string Clock = "M12 7v5l3.2 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z";
    public const string Lock = "M6.5 10.5h11a1 1 0 0 1 1 1V19a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-7.5a1 1 0 0 1 1-1zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5";
    public const string Journal = "M5 4.5h12.5a1 1 0 0 1 1 1v14H6.5A1.5 1.5 0 0 1 5 18zM5 18a1.5 1.5 0 0 1 1.5-1.5h12M9 8.5h6M9 12h6";
    public const string Payment = "M3.5 6.5h17v11h-17zM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM6.5 12h.1M17.5 12h.1";
}
