namespace PaymentsApp.Seeding;

/// <summary>The sixty organizations of the demo data.</summary>
internal static class DemoClients
{
    /// <summary>Agencies come first, so that the others can point at them.</summary>
    public static IReadOnlyList<DemoClient> All { get; } = [.. Parse(
        """
        Bright & Bay Media Agency   | USD | 45 | 6  | Together | ACH
        Northlight Advertising      | USD | 45 | 5  | Together | Check
        Quayside Communications     | GBP | 30 | 4  | Prompt  | Wire
        Kontor Nord Mediaagentur    | EUR | 30 | 4  | Together | Wire
        Seventh Wave Creative       | USD | 60 | 4  | Slow    | ACH
        Aldergate Dental Care       | USD | 30 | 12 | Prompt  | ACH
        Anchor & Oak Brewing Co.    | USD | 30 | 12 | Halves  | Check
        Atlantic Boat Works         | USD | 30 | 8  | Slow    | Check
        Bayview Family Law          | USD | 30 | 12 | Prompt  | Check
        Beacon Hill Realty          | USD | 30 | 12 | Together | ACH | Bright & Bay Media Agency
        Blue Heron Inn              | USD | 30 | 6  | Ahead   | Card
        Boatyard Grill              | USD | 15 | 10 | Prompt  | Trade
        Caldwell Marine Insurance   | USD | 45 | 12 | Together | ACH | Northlight Advertising
        Cape Verity Tourism Board   | USD | 60 | 9  | Slow    | Wire | Bright & Bay Media Agency
        Captain Joe's Charters      | USD | 15 | 5  | Stopped | Check
        Cedar & Salt Furniture      | USD | 30 | 7  | Prompt  | Card
        Clearwater Pools            | USD | 30 | 6  | Halves  | Check
        Coastal Credit Union        | USD | 30 | 12 | Together | Direct debit
        Corbett Hearing Centers     | USD | 30 | 10 | Prompt  | ACH
        Covelli Jewelers            | USD | 30 | 8  | Slow    | Check
        Dockside Outfitters         | USD | 30 | 9  | Prompt  | Card
        Driftwood Gallery           | USD | 15 | 6  | Stopped | Card
        East Harbor Hospital        | USD | 60 | 12 | Together | ACH
        Ellsworth Lumber            | USD | 30 | 7  | Prompt  | Check
        Fairwind Yacht Sales        | USD | 30 | 12 | Slow    | Wire | Seventh Wave Creative
        Ferry Street Books          | USD | 15 | 4  | Prompt  | Cash
        First Light Solar           | USD | 45 | 8  | Halves  | ACH
        Golden Pear Catering        | USD | 30 | 6  | Prompt  | Trade
        Granite State Windows       | USD | 30 | 9  | Together | Check | Northlight Advertising
        Gull Rock Lighthouse Tours  | USD | 30 | 5  | Ahead   | Card
        Harbor Point Condominiums   | USD | 30 | 12 | Prompt  | ACH
        Hawthorn Senior Living      | USD | 45 | 12 | Together | Check
        Island Air Shuttle          | USD | 30 | 8  | Together | ACH | Bright & Bay Media Agency
        Ivy & Finch Weddings        | USD | 15 | 6  | Ahead   | Card
        Jansen Boat Storage         | USD | 30 | 5  | Prompt  | Check
        Keel & Compass Rum          | USD | 30 | 10 | Slow    | Wire
        Lantern Bay Resort          | USD | 45 | 12 | Together | Wire | Bright & Bay Media Agency
        Larkspur Garden Center      | USD | 30 | 7  | Prompt  | Check
        Lobster Pound on Main       | USD | 15 | 6  | Stopped | Check
        Maplewood Academy           | USD | 30 | 6  | Prompt  | Check
        Mariner Savings Bank        | USD | 30 | 12 | Prompt  | Direct debit
        Mast & Mallet Restaurant    | USD | 15 | 8  | Halves  | Card
        Northeast Ferry Lines       | USD | 45 | 12 | Together | ACH
        Oceanside Veterinary        | USD | 30 | 8  | Prompt  | Card
        Old Mill Antiques           | USD | 15 | 4  | Stopped | Cash
        Pemberton Motors            | USD | 30 | 12 | Slow    | Check
        Pine Ridge Golf Club        | USD | 30 | 7  | Prompt  | Other
        Port Authority of Westmark  | USD | 60 | 6  | Slow    | ACH
        Reliant Roofing             | USD | 30 | 10 | Halves  | Check
        Sailcloth Clothing          | USD | 30 | 9  | Prompt  | Card | Seventh Wave Creative
        Sandpiper Preschool         | USD | 30 | 4  | Prompt  | Check
        Aarhus Sejlmageri           | EUR | 30 | 6  | Prompt  | Wire
        Bodensee Yachtwerft         | EUR | 30 | 8  | Slow    | Wire | Kontor Nord Mediaagentur
        Hotel Bellerive             | EUR | 45 | 6  | Halves  | Wire
        Voiles de Bretagne          | EUR | 45 | 5  | Prompt  | Wire
        Cowes Chandlery             | GBP | 30 | 8  | Prompt  | Wire | Quayside Communications
        Highland Distillers         | GBP | 30 | 9  | Slow    | Wire | Quayside Communications
        Kobe Outboard Motors        | JPY | 60 | 6  | Together | Wire
        Nagasaki Marine Instruments | JPY | 60 | 8  | Slow    | Wire
        Setouchi Island Cruises     | JPY | 45 | 5  | Prompt  | Wire
        """)];

    private static IEnumerable<DemoClient> Parse(string table) =>
        from line in table.Split('\n')
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        select new DemoClient(
            cells[0], cells[1], Number(cells[2]), Number(cells[3]), Enum.Parse<DemoHabit>(cells[4]), cells[5], cells.Length > 6 ? cells[6] : null);

    private static int Number(string cell) => int.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);
}
